package dev.moa.auth.system;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.Map;

@Controller("/api/v1/health")
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured(SecurityRule.IS_ANONYMOUS)
class HealthController {

    private final SuiteHealth health;

    HealthController(SuiteHealth health) {
        this.health = health;
    }

    /** The whole suite: 200 when every service is ready, 503 otherwise, in the framework's own health format. */
    @Get
    HttpResponse<HealthView> health() {
        var report = health.report();
        var view = new HealthView("moa", report.status(), report.at(), report.details());
        return HttpResponse.status(report.isUp() ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE)
                .body(view);
    }

    @Serdeable
    record HealthView(String name, String status, Instant time, Map<String, Object> details) {}
}
