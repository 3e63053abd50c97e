package dev.moa.probe;

import dev.moa.platform.identity.Caller;
import dev.moa.platform.identity.LowersRisk;
import dev.moa.platform.identity.MoneyMoving;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.Map;

/** Another service, as small as can be. */
@Requires(env = "probe")
@Controller("/probe")
@ExecuteOn(TaskExecutors.BLOCKING)
class ProbeController {

    @Get
    Map<String, Object> read(Caller caller) {
        return Map.of(
                "user_id", caller.userId(),
                "username", caller.username(),
                "role", caller.role(),
                "verified", caller.verified());
    }

    @Post
    Map<String, Object> change(Caller caller) {
        return read(caller);
    }

    @Post("/money")
    @MoneyMoving
    Map<String, Object> money(Caller caller) {
        return read(caller);
    }

    @Post("/safe")
    @MoneyMoving
    @LowersRisk
    Map<String, Object> safe(Caller caller) {
        return read(caller);
    }
}
