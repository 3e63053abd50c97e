package dev.moa.trading.connection;

import dev.moa.contract.TradingEvents;
import dev.moa.domain.risk.Refusal;
import dev.moa.domain.value.AccountId;
import dev.moa.platform.identity.Caller;
import dev.moa.platform.identity.InnerClient;
import dev.moa.platform.outbox.Outbox;
import dev.moa.platform.problem.DependencyAway;
import dev.moa.platform.problem.Problem;
import dev.moa.platform.sql.Sql;
import dev.moa.trading.account.Account;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Whether a person trades for real. Going to PAPER needs nobody and acts at once; REAL needs everything that guards it. */
@Singleton
public class TradingModes {
    static final String REAL = "REAL";
    private static final String PERMISSION = "real_trade";

    private final ConnectionStore store;
    private final InnerClient services;
    private final Outbox outbox;
    private final Sql sql;
    private final Clock clock;

    TradingModes(ConnectionStore store, InnerClient services, Outbox outbox, Sql sql, Clock clock) {
        this.store = store;
        this.services = services;
        this.outbox = outbox;
        this.sql = sql;
        this.clock = clock;
    }

    @Serdeable
    record Code(UUID userId, String code) {}

    @Serdeable
    record Checked(boolean ok) {}

    String mode(UUID userId) {
        return store.mode(userId);
    }

    /** PAPER at once; REAL only with the permission, a fresh code, limits, and an account that passed its test. */
    void change(Caller caller, String mode, @Nullable String code) {
        if (mode.equals(REAL)) {
            caller.require(PERMISSION);
            checkCode(caller.userId(), code);
            if (!store.hasLimits(caller.userId())) {
                throw Problem.refused("limits_required", "Set your risk limits before you trade for real.");
            }
            if (realAccount(caller.userId()) == null) {
                throw Problem.refused(
                        "tested_account_required", "Add a broker account and pass its connection test first.");
            }
        }
        sql.inTransaction(() -> {
            Instant changedAt = store.mode(caller.userId(), mode, clock.instant());
            outbox.append(
                    new TradingEvents.TradingModeChanged(caller.userId(), mode, changedAt),
                    caller.userId().toString(),
                    caller.userId());
        });
    }

    private void checkCode(UUID userId, String code) {
        Problem required = Problem.forbidden(
                "mfa_required", "Trading for real needs a second factor: set it up, then give a fresh code.");
        if (code == null || code.isBlank()) {
            throw required;
        }
        try {
            Checked checked =
                    services.post(InnerClient.Peer.AUTH, "/internal/mfa/check", new Code(userId, code), Checked.class);
            if (!checked.ok()) {
                throw Problem.forbidden("wrong_code", "This code is not right, or was used already.");
            }
        } catch (DependencyAway away) {
            throw away;
        } catch (Problem refused) {
            // Without a second factor auth knows no such question.
            throw refused.status() == 404 ? required : refused;
        }
    }

    /** Where a person's order goes that names no account; null for the paper purse. */
    public UUID defaultAccount(UUID userId) {
        if (!store.mode(userId).equals(REAL)) {
            return null;
        }
        UUID account = realAccount(userId);
        if (account == null) {
            throw Problem.refused("tested_account_required", "There is no tested real account to trade on.");
        }
        return account;
    }

    /** A person's own order on a real account needs the permission, now and not only when the mode was changed. */
    public void checkPermission(Caller caller, @Nullable UUID account) {
        boolean real = account != null
                && store.find(caller.userId(), new AccountId(account))
                        .filter(view -> view.mode().equals(REAL))
                        .isPresent();
        if (real) {
            caller.require(PERMISSION);
        }
    }

    private UUID realAccount(UUID userId) {
        return store.list(userId).stream()
                .filter(account -> account.mode().equals(REAL) && Boolean.TRUE.equals(account.testPassed()))
                .map(AccountView::accountId)
                .findFirst()
                .orElse(null);
    }

    /** Every reason against a new position for real money. */
    List<Refusal> againstRealEntry(Account account) {
        List<Refusal> reasons = new ArrayList<>();
        if (!store.mode(account.userId()).equals(REAL)) {
            reasons.add(new Refusal("mode_is_paper", "You trade on paper: switch to real trading first."));
        }
        if (!store.isTested(account.id())) {
            reasons.add(new Refusal("account_not_tested", "This account has not passed its connection test."));
        }
        if (!store.hasLimits(account.userId())) {
            reasons.add(new Refusal("limits_required", "Set your risk limits before you trade for real."));
        }
        return reasons;
    }
}
