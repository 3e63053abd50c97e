package dev.moa.trading.venue;

import dev.moa.domain.instrument.KrxCalendar;
import dev.moa.domain.portfolio.SettledCash;
import dev.moa.domain.value.AccountId;
import dev.moa.trading.account.AccountLane;
import dev.moa.trading.account.AccountLanes;
import dev.moa.trading.account.BookJournal;
import dev.moa.trading.account.BookStore;
import dev.moa.trading.account.LaneTurn;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Settles trades on their day: what was unsettled becomes money that can be taken out. */
@Singleton
class SettlementJob {
    /** Trades of a replayed day may be due at once; they are found without waiting for the next day. */
    private static final Duration LOOK_AGAIN = Duration.ofMinutes(1);

    private final AccountLanes lanes;
    private final Clock clock;
    private final Map<AccountId, Instant> looked = new ConcurrentHashMap<>();

    SettlementJob(AccountLanes lanes, Clock clock) {
        this.lanes = lanes;
        this.clock = clock;
    }

    @Scheduled(fixedDelay = "1s")
    void settle() {
        Instant now = clock.instant();
        LocalDate today = LocalDate.ofInstant(now, KrxCalendar.SEOUL);
        for (AccountLane lane : lanes.open()) {
            Instant last = looked.get(lane.account().id());
            if (last == null || !now.isBefore(last.plus(LOOK_AGAIN))) {
                lane.submit(turn -> {
                            settle(turn, today, now);
                            return null;
                        })
                        .thenRun(() -> looked.put(lane.account().id(), now));
            }
        }
    }

    private static void settle(LaneTurn turn, LocalDate today, Instant now) {
        for (SettledCash settled : turn.book().settle(today)) {
            BookJournal.entries(turn, settled.entries(), now);
            turn.journal()
                    .set(
                            BookStore.SETTLED,
                            settled,
                            turn.account().id().value(),
                            settled.currency().code(),
                            settled.day().toString());
        }
    }
}
