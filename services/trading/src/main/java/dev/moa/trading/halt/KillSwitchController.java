package dev.moa.trading.halt;

import dev.moa.platform.identity.Caller;
import dev.moa.platform.identity.LowersRisk;
import dev.moa.platform.identity.MoneyMoving;
import dev.moa.trading.risk.limit.LevelKey;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;

/** A person's own kill switch. */
@Controller("/api/v1/risk/kill-switch")
@ExecuteOn(TaskExecutors.BLOCKING)
class KillSwitchController {
    private final KillSwitches switches;

    KillSwitchController(KillSwitches switches) {
        this.switches = switches;
    }

    @Serdeable
    record Why(@Nullable @Size(max = 200) String cause) {
        static String of(Why given, String otherwise) {
            return given == null || given.cause() == null || given.cause().isBlank()
                    ? otherwise
                    : given.cause().strip();
        }
    }

    /** Blocks new orders at once; then cancels, then closes. May be repeated. */
    @Post
    @MoneyMoving
    @LowersRisk
    KillSwitchReport set(Caller caller, @Nullable @Valid @Body Why why) {
        return switches.set(
                LevelKey.user(caller.userId()), Why.of(why, "The kill switch was pressed."), caller.userId());
    }

    @Get
    KillSwitchReport report(Caller caller) {
        return switches.report(LevelKey.user(caller.userId()));
    }

    @Delete
    @MoneyMoving
    KillSwitchReport lift(Caller caller) {
        return switches.lift(LevelKey.user(caller.userId()), caller.userId());
    }
}
