package dev.moa.trading.account;

import dev.moa.domain.portfolio.Portfolio;
import dev.moa.trading.risk.RiskTurn;

/** What a task works with: its lane, the account's book, and the journal of the transaction it runs in. */
public record LaneTurn(AccountLane lane, Portfolio book, LaneJournal journal) {
    public Account account() {
        return lane.account();
    }

    /** The same turn as the risk desk sees it. */
    public RiskTurn risk() {
        return new RiskTurn(account().userId(), account().id(), account().mode(), book, journal);
    }
}
