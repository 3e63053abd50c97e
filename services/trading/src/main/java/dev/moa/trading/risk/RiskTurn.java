package dev.moa.trading.risk;

import dev.moa.domain.portfolio.Portfolio;
import dev.moa.domain.value.AccountId;
import java.util.UUID;

/** One turn of an account's lane, as far as risk is concerned. @param mode PAPER or REAL, which are never added up */
public record RiskTurn(UUID userId, AccountId account, String mode, Portfolio book, RiskJournal journal) {
    /** The same turn with another book, such as one in which something has not happened. */
    public RiskTurn with(Portfolio other) {
        return new RiskTurn(userId, account, mode, other, journal);
    }
}
