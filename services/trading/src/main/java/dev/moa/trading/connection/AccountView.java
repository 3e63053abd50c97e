package dev.moa.trading.connection;

import dev.moa.platform.json.OneOf;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * An account as its owner sees it; its credentials never come back.
 *
 * @param isDefault whether orders without an account go here in mode PAPER
 * @param state ACTIVE, or RECONCILE_ONLY after a restored backup
 * @param limits what holds for the account now, and the products it may trade
 * @param gate OPEN, COMPARING or RECONCILE_ONLY: what may be sent now
 * @param openDifferences how many differences to the broker wait for somebody
 */
@Serdeable
record AccountView(
        UUID accountId,
        String broker,
        String label,
        @OneOf({"PAPER", "TESTNET", "REAL"}) String environment,
        @OneOf({"PAPER", "REAL"}) String mode,
        boolean isDefault,
        @Nullable String keyHint,
        Map<String, Object> limits,
        String state,
        @Nullable String gate,
        @Nullable Boolean testPassed,
        @Nullable Instant testedAt,
        @Nullable Instant reconciledAt,
        int openDifferences,
        Instant createdAt) {

    AccountView at(String gateNow, Map<String, Object> limitsNow) {
        return new AccountView(
                accountId,
                broker,
                label,
                environment,
                mode,
                isDefault,
                keyHint,
                limitsNow,
                state,
                gateNow,
                testPassed,
                testedAt,
                reconciledAt,
                openDifferences,
                createdAt);
    }
}
