package dev.moa.trading.household;

import dev.moa.broker.paper.BookDepth;
import dev.moa.broker.paper.HouseholdBook;
import dev.moa.contract.LiveMessages;
import dev.moa.domain.instrument.InstrumentId;
import dev.moa.platform.json.Json;
import dev.moa.platform.live.Live;
import dev.moa.platform.problem.DependencyAway;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells what rests in the household's book, summed up by price, to whoever shows it. What is not told again is forgotten. */
@Singleton
class PaperBookJob {
    private static final Logger LOG = LoggerFactory.getLogger(PaperBookJob.class);
    private static final Duration KEPT = Duration.ofSeconds(30);
    private static final int ROUNDS_BETWEEN_REFRESHES = 40;

    private final HouseholdBook book;
    private final Live live;
    private final Json json;
    private final Clock clock;
    private final Map<InstrumentId, Long> told = new HashMap<>();
    private int round;

    PaperBookJob(HouseholdBook book, Live live, Json json, Clock clock) {
        this.book = book;
        this.live = live;
        this.json = json;
        this.clock = clock;
    }

    @Scheduled(fixedDelay = "250ms")
    void tell() {
        boolean refreshes = ++round % ROUNDS_BETWEEN_REFRESHES == 0;
        try {
            for (InstrumentId instrument : book.instruments()) {
                long changes = book.changes(instrument);
                Long before = told.get(instrument);
                if (refreshes || before == null || before != changes) {
                    tell(instrument);
                    told.put(instrument, changes);
                }
            }
        } catch (DependencyAway away) {
            LOG.debug("the paper book is told later: {}", away.detail());
        }
    }

    private void tell(InstrumentId instrument) {
        BookDepth depth = book.depth(instrument);
        var message = new LiveMessages.Depth(
                instrument.toString(), levels(depth.bids()), levels(depth.asks()), clock.instant());
        live.set(LiveMessages.PAPER_BOOK_KEY + instrument, json.write(message), KEPT);
    }

    private static List<LiveMessages.DepthLevel> levels(List<BookDepth.Level> side) {
        return side.stream()
                .map(level -> new LiveMessages.DepthLevel(
                        level.price().value(), level.quantity().value()))
                .toList();
    }
}
