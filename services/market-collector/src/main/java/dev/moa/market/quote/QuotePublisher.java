package dev.moa.market.quote;

import dev.moa.contract.LiveMessages;
import dev.moa.contract.LiveMessages.Quote;
import dev.moa.platform.live.Live;
import dev.moa.platform.problem.DependencyAway;
import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.context.event.StartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells quotes over Redis, at most one per instrument each 100 ms. While Redis is away moves pile up into one, and all
 * latest values are told again when it is back or may have forgotten them.
 */
@Singleton
class QuotePublisher implements ApplicationEventListener<StartupEvent> {
    private static final Logger LOG = LoggerFactory.getLogger(QuotePublisher.class);
    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final Duration KEPT = Duration.ofDays(30);
    private static final int ROUNDS_BETWEEN_REFRESHES = 300;
    private static final int ROUNDS_BETWEEN_LOOKS = 5;

    /** Is in Redis as long as what was told is: a Redis that was restarted or emptied has lost it. */
    private static final String KEPT_MARK = "quotes-kept";

    private final QuoteBoard board;
    private final QuoteRestore restore;
    private final Live live;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private boolean refreshing = true;
    private Thread thread;

    QuotePublisher(QuoteBoard board, QuoteRestore restore, Live live) {
        this.board = board;
        this.restore = restore;
        this.live = live;
    }

    @Override
    public void onApplicationEvent(StartupEvent event) {
        thread = Thread.ofVirtual().name("quotes").start(this::run);
    }

    @PreDestroy
    void stop() {
        stopped.countDown();
        try {
            if (thread != null) {
                thread.join(Duration.ofSeconds(2));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            int round = 0;
            while (!stopped.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS)) {
                round++;
                refreshing |= round % ROUNDS_BETWEEN_REFRESHES == 0
                        || round % ROUNDS_BETWEEN_LOOKS == 0
                                && live.get(KEPT_MARK).isEmpty();
                turn();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Prices go on whatever goes wrong in one turn. */
    private void turn() {
        try {
            refreshing |= restore.tryOnce();
            tellAll();
        } catch (RuntimeException failure) {
            LOG.error("quotes were not told this time", failure);
        }
    }

    /** One round. After a failure the others wait for the next: each try on a Redis that hangs costs time. */
    void tellAll() {
        boolean reached = true;
        for (QuoteSlot slot : board.slots()) {
            QuoteSlot.Told told = reached ? slot.take() : null;
            if (told != null) {
                reached = tell(slot, told);
            } else if (reached && refreshing) {
                reached = keep(slot.latest());
            }
        }
        refreshing = !(reached && (!refreshing || mark()));
    }

    private boolean mark() {
        try {
            live.set(KEPT_MARK, "yes", KEPT);
            return true;
        } catch (DependencyAway away) {
            return away(away);
        }
    }

    private boolean tell(QuoteSlot slot, QuoteSlot.Told told) {
        boolean done = keep(told.quote())
                && live.publish(LiveMessages.MARKET_CHANNEL + told.quote().instrument(), told.quote());
        if (!done) {
            slot.untell(told);
        }
        return done;
    }

    private boolean keep(Quote quote) {
        if (quote == null) {
            return true;
        }
        try {
            live.putHash(LiveMessages.QUOTE_KEY + quote.instrument(), fields(quote), KEPT);
            return true;
        } catch (DependencyAway away) {
            return away(away);
        }
    }

    private static boolean away(DependencyAway away) {
        LOG.debug("quotes wait: {}", away.detail());
        return false;
    }

    private static Map<String, String> fields(Quote quote) {
        Map<String, String> fields = new HashMap<>();
        fields.put("instrument", quote.instrument());
        fields.put("price", plain(quote.price()));
        fields.put("bid", plain(quote.bid()));
        fields.put("ask", plain(quote.ask()));
        fields.put("bid_size", plain(quote.bidSize()));
        fields.put("ask_size", plain(quote.askSize()));
        fields.put("low", plain(quote.low()));
        fields.put("high", plain(quote.high()));
        fields.put("volume", plain(quote.volume()));
        fields.put("time", quote.time().toString());
        fields.put("source", quote.source());
        return fields;
    }

    /** Empty for what is not known: a field left out would keep its old value in the hash. */
    private static String plain(BigDecimal value) {
        return value == null ? "" : value.toPlainString();
    }
}
