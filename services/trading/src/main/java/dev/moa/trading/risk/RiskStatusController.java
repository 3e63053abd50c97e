package dev.moa.trading.risk;

import dev.moa.platform.identity.Caller;
import dev.moa.platform.problem.Problem;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.Locale;

/** Where everybody stands with their limits. */
@Controller("/api/v1/risk")
@ExecuteOn(TaskExecutors.BLOCKING)
class RiskStatusController {
    private final RiskStatus status;

    RiskStatusController(RiskStatus status) {
        this.status = status;
    }

    /** The caller's levels; household and person as the sum of the accounts of one mode. */
    @Get("/status")
    StatusView status(Caller caller, @Nullable @QueryValue String mode) {
        return status.of(caller.userId(), mode(mode));
    }

    /** Everybody, for who manages the household. */
    @Get("/household")
    StatusView household(Caller caller, @Nullable @QueryValue String mode) {
        caller.require("manage_household");
        return status.household(mode(mode));
    }

    private static String mode(String text) {
        return switch (text == null ? "PAPER" : text.toUpperCase(Locale.ROOT)) {
            case "PAPER" -> "PAPER";
            case "REAL" -> "REAL";
            default -> throw Problem.invalid().field("mode", "must be PAPER or REAL");
        };
    }
}
