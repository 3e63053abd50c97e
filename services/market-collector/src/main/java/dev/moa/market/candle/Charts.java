package dev.moa.market.candle;

import dev.moa.domain.candle.Interval;
import dev.moa.domain.instrument.InstrumentId;
import dev.moa.domain.value.InvalidValue;
import dev.moa.market.instrument.Instruments;
import dev.moa.platform.problem.Problem;
import jakarta.inject.Singleton;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Reads what was stored: candles for charts, the latest trades, the last known price. */
@Singleton
public class Charts {
    private static final int DEFAULT_CANDLES = 500;
    private static final int MOST_CANDLES = 5_000;
    private static final int DEFAULT_TRADES = 50;
    private static final int MOST_TRADES = 500;

    private final TickStore ticks;
    private final CandleStore candles;
    private final Instruments instruments;

    Charts(TickStore ticks, CandleStore candles, Instruments instruments) {
        this.ticks = ticks;
        this.candles = candles;
        this.instruments = instruments;
    }

    /** What a chart shows, as asked for; every part may be null but the instrument. */
    record Question(String instrument, String interval, String from, String to, Integer limit) {}

    ChartView chart(Question question) {
        InstrumentId instrument = instruments.known(question.instrument());
        Interval interval = interval(question.interval());
        Instant from = time("from", question.from());
        Instant to = time("to", question.to());
        if (from != null && to != null && to.isBefore(from)) {
            throw Problem.invalid().field("to", "must not lie before from");
        }
        int limit = limit(question.limit(), DEFAULT_CANDLES, MOST_CANDLES);
        return ChartView.of(
                instrument, interval, candles.chart(instrument, interval, new CandleStore.Range(from, to, limit)));
    }

    TradesView trades(String instrument, Integer limit) {
        InstrumentId known = instruments.known(instrument);
        return TradesView.of(known, ticks.latest(known, limit(limit, DEFAULT_TRADES, MOST_TRADES)));
    }

    /** The last stored trade. */
    public Optional<Tick> lastTrade(InstrumentId instrument) {
        return ticks.latest(instrument, 1).stream().findFirst();
    }

    /** The last stored candle of the shortest interval there is; its open time is replaced by its end. */
    public Optional<GivenCandle> lastCandle(InstrumentId instrument) {
        CandleStore.Range last = new CandleStore.Range(null, null, 1);
        for (Interval interval : List.of(Interval.M1, Interval.M5, Interval.H1, Interval.D1)) {
            List<StoredCandle> found = candles.chart(instrument, interval, last);
            if (!found.isEmpty()) {
                StoredCandle candle = found.getFirst();
                return Optional.of(new GivenCandle(
                        interval.closeTime(candle.openTime()),
                        candle.open(),
                        candle.high(),
                        candle.low(),
                        candle.close(),
                        candle.volume()));
            }
        }
        return Optional.empty();
    }

    private static Interval interval(String code) {
        try {
            return code == null ? Interval.M1 : Interval.of(code);
        } catch (InvalidValue e) {
            throw Problem.badRequest("invalid_interval", "The interval " + e.getMessage() + ".")
                    .field("interval", "must be one of 1m, 3m, 5m, 15m, 30m, 1h, 4h, 1d");
        }
    }

    private static Instant time(String name, String text) {
        if (text == null || text.isEmpty()) {
            return null;
        }
        try {
            Instant time = text.matches("\\d{1,14}") ? Instant.ofEpochMilli(Long.parseLong(text)) : Instant.parse(text);
            if (time.isBefore(Instant.EPOCH.minusSeconds(3_000_000_000L))
                    || time.isAfter(Instant.ofEpochSecond(9_000_000_000L))) {
                throw Problem.invalid().field(name, "lies too far away");
            }
            return time;
        } catch (DateTimeException e) {
            throw Problem.invalid().field(name, "must be a time in ISO-8601 UTC such as 2024-08-09T00:00:00Z");
        }
    }

    private static int limit(Integer wanted, int byDefault, int most) {
        int limit = wanted == null ? byDefault : wanted;
        if (limit < 1 || limit > most) {
            throw Problem.invalid().field("limit", "must be between 1 and " + most);
        }
        return limit;
    }
}
