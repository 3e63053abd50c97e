package dev.moa.notification.price;

import dev.moa.contract.LiveMessages;
import dev.moa.contract.LiveMessages.Quote;
import dev.moa.platform.json.Json;
import dev.moa.platform.json.UnreadableJson;
import dev.moa.platform.live.Live;
import io.micronaut.runtime.event.annotation.EventListener;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Hears every quote once for the whole process. */
@Singleton
public class LatestPrices {
    private static final int MOST = 5_000;

    private final Live live;
    private final Json json;
    private final Map<String, Quote> latest = new ConcurrentHashMap<>();
    private final List<Consumer<Quote>> listeners = new CopyOnWriteArrayList<>();

    LatestPrices(Live live, Json json) {
        this.live = live;
        this.json = json;
    }

    @EventListener
    void started(ServerStartupEvent event) {
        live.subscribe(LiveMessages.MARKET_CHANNEL + "*", (channel, text) -> heard(text));
    }

    /** Called with every quote, on one thread; must not wait. */
    public void onQuote(Consumer<Quote> listener) {
        listeners.add(listener);
    }

    /** What was heard last by this process; asks nobody. */
    public Optional<Quote> heard(InstrumentName instrument) {
        return Optional.ofNullable(latest.get(instrument.value()));
    }

    /** The same, or what stands in Redis, for somebody who just arrived. */
    public Optional<Quote> snapshot(InstrumentName instrument) {
        return heard(instrument)
                .or(() -> live.hash(LiveMessages.QUOTE_KEY + instrument.value())
                        .flatMap(fields -> quote(instrument.value(), fields)));
    }

    private void heard(String text) {
        Quote quote = json.read(text, Quote.class);
        if (quote.instrument() == null || quote.price() == null) {
            throw new UnreadableJson("a quote without instrument or price");
        }
        if (latest.containsKey(quote.instrument()) || latest.size() < MOST) {
            latest.put(quote.instrument(), quote);
        }
        listeners.forEach(listener -> listener.accept(quote));
    }

    private static Optional<Quote> quote(String instrument, Map<String, String> fields) {
        if (!fields.containsKey("price")) {
            return Optional.empty();
        }
        BigDecimal volume = fields.containsKey("volume") ? new BigDecimal(fields.get("volume")) : null;
        Instant time = fields.containsKey("time") ? Instant.parse(fields.get("time")) : null;
        BigDecimal price = new BigDecimal(fields.get("price"));
        return Optional.of(new Quote(instrument, price, null, null, price, price, volume, time, fields.get("source")));
    }
}
