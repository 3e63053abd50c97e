package dev.moa.trading.account;

import dev.moa.domain.portfolio.Portfolio;
import dev.moa.domain.value.AccountId;
import java.time.Instant;
import java.util.UUID;

/** Turns of a lane that has no thread, no database and no venue. */
public final class LaneUnderTest {
    private final AccountLane lane;

    public LaneUnderTest(AccountId id) {
        var account = new Account(id, new UUID(1, 1), "STUB", "Simulated", "TESTNET", Instant.EPOCH);
        lane = new AccountLane(account, new LaneBook(account, null));
    }

    public LaneTurn turn(Portfolio book) {
        return new LaneTurn(lane, book, new LaneJournal());
    }
}
