package dev.moa.auth.user;

import dev.moa.auth.mode.TradingModes;
import dev.moa.platform.identity.Caller;
import dev.moa.platform.json.OneOf;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.UUID;

@Controller("/api/v1/auth/me")
@ExecuteOn(TaskExecutors.BLOCKING)
class ProfileController {

    private final Profiles profiles;
    private final TradingModes modes;

    ProfileController(Profiles profiles, TradingModes modes) {
        this.profiles = profiles;
        this.modes = modes;
    }

    @Get
    MeView me(Caller caller) {
        Account account = profiles.of(caller);
        return new MeView(
                account.accountId(),
                account.username(),
                account.email(),
                account.name(),
                account.role(),
                account.permissions(),
                modes.of(account.accountId()),
                false);
    }

    @Serdeable
    record MeView(
            UUID userId,
            String username,
            String email,
            String name,
            String role,
            List<String> permissions,

            @OneOf({"PAPER", "REAL"}) String tradingMode,

            boolean mfaEnabled) {}
}
