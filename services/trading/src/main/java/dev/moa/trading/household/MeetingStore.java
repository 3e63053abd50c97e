package dev.moa.trading.household;

import dev.moa.domain.simulation.Meeting;
import dev.moa.domain.value.AccountId;
import java.time.Instant;
import java.util.List;

/** Trades between members of the household, from the moment they are agreed until both sides have booked them. */
public interface MeetingStore {
    /**
     * Stores what the resting order's account has to book, in the transaction that books the other side. From here to the commit
     * that account cannot be taken over, so that whoever reads its book next finds this in it.
     *
     * @throws dev.moa.platform.problem.DependencyAway when that account's book has been read anew since this was agreed: it may be
     *     tried again
     */
    void add(Meeting meeting);

    /** What this account has not booked, oldest first; counts as booked when the running transaction commits. */
    List<Meeting> book(AccountId account, Instant now);

    /** Accounts that have something to book. */
    List<AccountId> waiting();
}
