package dev.moa.trading.connection;

import dev.moa.platform.identity.Caller;
import dev.moa.platform.identity.LowersRisk;
import dev.moa.platform.identity.MoneyMoving;
import dev.moa.platform.json.OneOf;
import dev.moa.platform.problem.Problem;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Put;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Locale;

/** Whether the caller trades on paper or for real. */
@Controller("/api/v1/users/me/trading-mode")
@ExecuteOn(TaskExecutors.BLOCKING)
class TradingModeController {
    private final TradingModes modes;

    TradingModeController(TradingModes modes) {
        this.modes = modes;
    }

    /** @param code a fresh one of the second factor, for REAL */
    @Serdeable
    record ModeChange(
            @NotBlank @Size(max = 10) String mode,
            @Nullable @Size(max = 64) String code) {}

    @Serdeable
    record ModeView(@OneOf({"PAPER", "REAL"}) String mode) {}

    @Get
    ModeView get(Caller caller) {
        return new ModeView(modes.mode(caller.userId()));
    }

    @Put
    @MoneyMoving
    @LowersRisk
    ModeView change(Caller caller, @Valid @Body ModeChange change) {
        String mode = change.mode().strip().toUpperCase(Locale.ROOT);
        if (!mode.equals("PAPER") && !mode.equals(TradingModes.REAL)) {
            throw Problem.invalid().field("mode", "must be PAPER or REAL");
        }
        if (mode.equals(TradingModes.REAL) && !caller.verified()) {
            throw Problem.of(503, "session_unverifiable", "Your session cannot be checked now. Try again in a moment.");
        }
        modes.change(caller, mode, change.code());
        return get(caller);
    }
}
