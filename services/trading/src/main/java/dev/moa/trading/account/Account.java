package dev.moa.trading.account;

import dev.moa.domain.value.AccountId;
import java.time.Instant;
import java.util.UUID;

/**
 * A person's account at a broker; the paper purse is one too.
 *
 * @param broker PAPER, or the name of a real broker
 * @param environment PAPER, TESTNET or REAL
 */
public record Account(AccountId id, UUID userId, String broker, String label, String environment, Instant createdAt) {
    /** PAPER for everything that cannot cost money. */
    public String mode() {
        return "REAL".equals(environment) ? "REAL" : "PAPER";
    }
}
