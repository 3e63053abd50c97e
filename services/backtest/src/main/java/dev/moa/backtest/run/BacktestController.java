package dev.moa.backtest.run;

import dev.moa.platform.idempotency.Answer;
import dev.moa.platform.idempotency.Idempotency;
import dev.moa.platform.identity.Caller;
import dev.moa.platform.page.Page;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.validation.Valid;
import java.util.UUID;

/** What can be tried, and trying it. */
@Controller("/api/v1/backtest")
@ExecuteOn(TaskExecutors.BLOCKING)
class BacktestController {
    private final RunIntake intake;
    private final Idempotency idempotency;

    BacktestController(RunIntake intake, Idempotency idempotency) {
        this.intake = intake;
        this.idempotency = idempotency;
    }

    @Serdeable
    record Taken(UUID runId, String status) {}

    @Get("/strategies")
    Page<TemplateView> strategies(Caller caller) {
        return new Page<>(TemplateView.all(), null);
    }

    @Post("/run")
    @ApiResponse(
            responseCode = "202",
            description = "taken, to be run",
            content = @Content(schema = @Schema(implementation = Taken.class)))
    HttpResponse<?> run(Caller caller, HttpRequest<?> request, @Valid @Body BacktestRequest body) {
        return idempotency.runIfKeyed(
                caller, request, body, () -> new Answer(202, new Taken(intake.take(caller.userId(), body), "QUEUED")));
    }
}
