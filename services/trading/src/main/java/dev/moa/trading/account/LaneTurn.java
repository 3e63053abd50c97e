package dev.moa.trading.account;

import dev.moa.domain.portfolio.Portfolio;

/** What a task works with: its lane, the account's book, and the journal of the transaction it runs in. */
public record LaneTurn(AccountLane lane, Portfolio book, LaneJournal journal) {
    public Account account() {
        return lane.account();
    }
}
