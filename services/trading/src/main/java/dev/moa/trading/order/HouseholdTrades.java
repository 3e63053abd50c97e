package dev.moa.trading.order;

import dev.moa.broker.paper.HouseholdBook;
import dev.moa.domain.simulation.Meeting;
import dev.moa.domain.value.AccountId;
import dev.moa.platform.problem.DependencyAway;
import dev.moa.trading.account.AccountLanes;
import dev.moa.trading.account.LaneTurn;
import dev.moa.trading.household.MeetingStore;
import io.micronaut.context.event.StartupEvent;
import io.micronaut.runtime.event.annotation.EventListener;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Trades between accounts of the household (decision 0007): stored with the fill of the one that came, and booked by the one that
 * rested as soon as it hears of it, which at the latest is the next look into the table or the next start.
 */
@Singleton
class HouseholdTrades {
    private static final Logger LOG = LoggerFactory.getLogger(HouseholdTrades.class);

    private final HouseholdBook household;
    private final MeetingStore store;
    private final AccountLanes lanes;
    private final OrderProgress progress;

    HouseholdTrades(HouseholdBook household, MeetingStore store, AccountLanes lanes, OrderProgress progress) {
        this.household = household;
        this.store = store;
        this.lanes = lanes;
        this.progress = progress;
    }

    @EventListener
    void begin(StartupEvent event) {
        household.whenInDoubt(account -> lanes.of(account).reread());
    }

    /** In the transaction that books the order that came. */
    void agreed(LaneTurn turn, List<Meeting> meetings) {
        meetings.forEach(store::add);
        turn.journal()
                .afterCommit(
                        () -> meetings.stream().map(Meeting::account).distinct().forEach(this::ring));
    }

    private void ring(AccountId account) {
        lanes.of(account).submit(turn -> {
            progress.bookMeetings(turn);
            return null;
        });
    }

    @Scheduled(fixedDelay = "1s")
    void lookForForgotten() {
        try {
            store.waiting().forEach(this::ring);
        } catch (DependencyAway away) {
            LOG.debug("trades of the household are looked for again: {}", away.detail());
        }
    }
}
