package dev.moa.trading.venue;

import dev.moa.domain.portfolio.FundingChange;
import dev.moa.domain.portfolio.Position;
import dev.moa.domain.simulation.Quote;
import dev.moa.domain.value.AccountId;
import dev.moa.trading.account.AccountLane;
import dev.moa.trading.account.AccountLanes;
import dev.moa.trading.account.BookJournal;
import dev.moa.trading.account.LaneTurn;
import dev.moa.trading.price.QuoteBoard;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Pays funding between holders of contracts and the other side every eight hours, at 00, 08 and 16 UTC, each time once. What was
 * missed while this service was down is paid at the price of now.
 */
@Singleton
class FundingJob {
    static final Duration INTERVAL = Duration.ofHours(8);

    private final AccountLanes lanes;
    private final MarketStates states;
    private final FundingStore store;
    private final QuoteBoard quotes;
    private final FundingSettings settings;
    private final Clock clock;
    private final Map<AccountId, Instant> done = new ConcurrentHashMap<>();

    FundingJob(
            AccountLanes lanes,
            MarketStates states,
            FundingStore store,
            QuoteBoard quotes,
            FundingSettings settings,
            Clock clock) {
        this.lanes = lanes;
        this.states = states;
        this.store = store;
        this.quotes = quotes;
        this.settings = settings;
        this.clock = clock;
    }

    @Scheduled(fixedDelay = "1s")
    void pay() {
        Instant due = lastTime(clock.instant());
        for (AccountLane lane : lanes.open()) {
            if (!due.equals(done.get(lane.account().id()))) {
                lane.submit(turn -> pay(turn, due)).thenAccept(all -> {
                    if (all) {
                        done.put(lane.account().id(), due);
                    }
                });
            }
        }
    }

    /** The latest funding time that has come. */
    static Instant lastTime(Instant now) {
        long length = INTERVAL.toSeconds();
        return Instant.ofEpochSecond(Math.floorDiv(now.getEpochSecond(), length) * length);
    }

    /** Whether everything was paid: a contract whose price is not known yet is left for the next time. */
    private boolean pay(LaneTurn turn, Instant due) {
        boolean all = true;
        List<Position> contracts = turn.book().positions().stream()
                .filter(position -> position.instrument().isMargined())
                .toList();
        for (Position position : contracts) {
            Optional<Quote> latest = quotes.latest(position.instrument().id());
            if (latest.isEmpty()) {
                all = false;
                continue;
            }
            turn.book().mark(position.instrument().id(), latest.get().last());
            Instant paid = store.last(position.id()).orElseGet(() -> lastTime(openedAt(position)));
            for (Instant time = paid.plus(INTERVAL); !time.isAfter(due); time = time.plus(INTERVAL)) {
                pay(turn, position, time);
            }
        }
        return all;
    }

    private void pay(LaneTurn turn, Position position, Instant time) {
        BigDecimal told = states.of(position.instrument().id()).fundingRate();
        BigDecimal rate = told == null ? settings.rate() : told;
        turn.book().fund(position.instrument().id(), rate, time).ifPresent(change -> {
            BookJournal.entries(turn, change.entries(), time);
            BookJournal.position(turn, change.position());
            turn.journal().add(FundingStore.ADD, position.id().value(), time, rate, amount(change));
        });
    }

    private static BigDecimal amount(FundingChange change) {
        return change.entries().isEmpty()
                ? BigDecimal.ZERO
                : change.entries().getFirst().amount().amount();
    }

    /** By our clock: a position's own times are the market's, which in a replay are long past. Its id begins with it. */
    private static Instant openedAt(Position position) {
        return Instant.ofEpochMilli(position.id().value().getMostSignificantBits() >>> 16);
    }
}
