package dev.moa.trading.halt;

import dev.moa.platform.identity.Caller;
import dev.moa.platform.identity.LowersRisk;
import dev.moa.platform.identity.MoneyMoving;
import dev.moa.trading.risk.limit.LevelKey;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import jakarta.validation.Valid;

/** The kill switch of the installation, for administrators and whoever manages the household. */
@Controller("/api/v1/admin")
@ExecuteOn(TaskExecutors.BLOCKING)
class HaltController {
    private final KillSwitches switches;

    HaltController(KillSwitches switches) {
        this.switches = switches;
    }

    @Post("/halt")
    @MoneyMoving
    @LowersRisk
    KillSwitchReport halt(Caller caller, @Nullable @Valid @Body KillSwitchController.Why why) {
        require(caller);
        return switches.set(
                LevelKey.HOUSEHOLD,
                KillSwitchController.Why.of(why, "An administrator halted the installation."),
                caller.userId());
    }

    @Get("/halt")
    KillSwitchReport report(Caller caller) {
        require(caller);
        return switches.report(LevelKey.HOUSEHOLD);
    }

    @Post("/resume")
    @MoneyMoving
    KillSwitchReport resume(Caller caller) {
        require(caller);
        return switches.lift(LevelKey.HOUSEHOLD, caller.userId());
    }

    private static void require(Caller caller) {
        if (!caller.may("manage_household")) {
            caller.requireAdmin();
        }
    }
}
