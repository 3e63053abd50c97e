package dev.moa.trading.price;

import dev.moa.broker.Quotes;
import dev.moa.contract.LiveMessages;
import dev.moa.domain.instrument.InstrumentId;
import dev.moa.domain.simulation.PriceMove;
import dev.moa.domain.simulation.Quote;
import dev.moa.domain.value.InvalidValue;
import dev.moa.domain.value.Price;
import dev.moa.domain.value.Quantity;
import dev.moa.platform.identity.InnerClient;
import dev.moa.platform.identity.InnerClient.Peer;
import dev.moa.platform.json.Decimals;
import dev.moa.platform.json.Json;
import dev.moa.platform.json.UnreadableJson;
import dev.moa.platform.live.Live;
import dev.moa.platform.problem.DependencyAway;
import io.micronaut.context.event.StartupEvent;
import io.micronaut.runtime.event.annotation.EventListener;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The latest price of every instrument, as the market collector tells it over Redis. */
@Singleton
public class QuoteBoard implements Quotes {
    /** Prices of a replayed candle file: the candles themselves move the paper venue, these only show where it is. */
    private static final String CANDLE_REPLAY = "replay-candles";
    /** Prices of a replayed file of trades: their own time is the market's. */
    private static final String TRADE_REPLAY = "replay-trades";

    /** Only a live market's volumes limit what trades: how a replay's trades are gathered differs from run to run. */
    private static final String LIVE = "live";

    private static final Logger LOG = LoggerFactory.getLogger(QuoteBoard.class);

    /** Is told of prices, on the thread that brings them. */
    public interface Listener {
        /** How a price moved since the last message. */
        void moved(InstrumentId instrument, PriceMove move);

        /** The first price of an instrument since this process began; where it was found, it may be old. */
        void known(InstrumentId instrument, Quote quote);
    }

    private final Live live;
    private final Json json;
    private final InnerClient peers;
    private final Map<InstrumentId, Quote> latest = new ConcurrentHashMap<>();
    /** Of instruments whose prices are replayed; those of the others are live. */
    private final Map<InstrumentId, String> replays = new ConcurrentHashMap<>();

    private final List<Listener> listeners = new CopyOnWriteArrayList<>();

    QuoteBoard(Live live, Json json, InnerClient peers) {
        this.live = live;
        this.json = json;
        this.peers = peers;
    }

    @EventListener
    void listen(StartupEvent event) {
        live.subscribe(LiveMessages.MARKET_CHANNEL + "*", (channel, message) -> read(message));
    }

    public void tell(Listener listener) {
        listeners.add(listener);
    }

    /** The latest price in memory. */
    @Override
    public Optional<Quote> latest(InstrumentId instrument) {
        return Optional.ofNullable(latest.get(instrument));
    }

    /**
     * What time it is at the market of an instrument: now, or the time that a replay of trades has come to. Empty while a file of
     * candles is replayed, which has no time of day.
     */
    public Optional<Instant> marketTime(InstrumentId instrument, Instant now) {
        String replay = replays.get(instrument);
        if (replay == null) {
            return Optional.of(now);
        }
        return TRADE_REPLAY.equals(replay) ? latest(instrument).map(Quote::at) : Optional.empty();
    }

    private void heard(InstrumentId instrument, String source) {
        if (CANDLE_REPLAY.equals(source) || TRADE_REPLAY.equals(source)) {
            replays.put(instrument, source);
        } else {
            replays.remove(instrument);
        }
    }

    /**
     * As {@link #latest}; when this process has heard of no price yet it asks Redis, and the market collector when
     * Redis knows none or is away. Not for an account's lane.
     *
     * @throws DependencyAway when nobody could be asked
     */
    public Optional<Quote> lookUp(InstrumentId instrument) {
        return latest(instrument)
                .or(() -> live.hash(LiveMessages.QUOTE_KEY + instrument)
                        .flatMap(fields -> stored(instrument, fields))
                        .or(() -> peers.find(Peer.MARKET, "/internal/quotes/" + instrument, LiveMessages.Quote.class)
                                .map(told -> told(instrument, told)))
                        .map(found -> found(instrument, found)));
    }

    private Quote found(InstrumentId instrument, Quote found) {
        Quote heardMeanwhile = latest.putIfAbsent(instrument, found);
        if (heardMeanwhile != null) {
            return heardMeanwhile;
        }
        listeners.forEach(listener -> listener.known(instrument, found));
        return found;
    }

    private void read(String message) {
        try {
            LiveMessages.Quote told = json.read(message, LiveMessages.Quote.class);
            moved(InstrumentId.parse(told.instrument()), told);
        } catch (UnreadableJson | InvalidValue unreadable) {
            LOG.warn("a price message could not be read: {}", unreadable.getMessage());
        }
    }

    private void moved(InstrumentId instrument, LiveMessages.Quote told) {
        Price last = new Price(told.price());
        Quote quote = quote(told);
        heard(instrument, told.source());
        Quote before = latest.put(instrument, quote);
        if (before == null) {
            listeners.forEach(listener -> listener.known(instrument, quote));
        }
        if (!CANDLE_REPLAY.equals(told.source())) {
            Price low = told.low() == null ? last : new Price(told.low());
            Price high = told.high() == null ? last : new Price(told.high());
            PriceMove move = PriceMove.between(before == null ? null : before.last(), low, high, last, told.time());
            PriceMove traded = LIVE.equals(told.source()) && told.volume() != null
                    ? move.withVolume(new Quantity(told.volume()))
                    : move;
            listeners.forEach(listener -> listener.moved(instrument, traded));
        }
    }

    private static Quote quote(LiveMessages.Quote told) {
        return new Quote(
                new Price(told.price()),
                price(told.bid()),
                price(told.ask()),
                size(told.bidSize()),
                size(told.askSize()),
                told.time());
    }

    private static Quantity size(BigDecimal number) {
        return number == null ? null : new Quantity(number);
    }

    private Quote told(InstrumentId instrument, LiveMessages.Quote told) {
        heard(instrument, told.source());
        return quote(told);
    }

    private Optional<Quote> stored(InstrumentId instrument, Map<String, String> fields) {
        heard(instrument, fields.get("source"));
        String price = fields.get("price");
        String time = fields.get("time");
        return price == null || time == null
                ? Optional.empty()
                : Optional.of(new Quote(
                        new Price(Decimals.parse(price)),
                        price(decimal(fields.get("bid"))),
                        price(decimal(fields.get("ask"))),
                        Instant.parse(time)));
    }

    private static BigDecimal decimal(String text) {
        return text == null || text.isEmpty() ? null : Decimals.parse(text);
    }

    private static Price price(BigDecimal number) {
        return number == null ? null : new Price(number);
    }
}
