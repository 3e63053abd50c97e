package dev.moa.market.candle;

import dev.moa.domain.candle.Interval;
import dev.moa.domain.instrument.InstrumentId;
import dev.moa.platform.sql.Columns;
import dev.moa.platform.sql.Sql;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

@Singleton
class JdbcCandleStore implements CandleStore {
    private static final String COLUMNS = "interval, open_time, open, high, low, close, volume";
    private static final String UPDATE = """
            on conflict (instrument, interval, open_time) do update set open = excluded.open, high = excluded.high,
                low = excluded.low, close = excluded.close, volume = excluded.volume, source = excluded.source
            """;
    // The outer bounds repeat what the minutes say, so that the planner looks at the right partitions only.
    private static final String REBUILD = """
            insert into candle as old (instrument, interval, open_time, open, high, low, close, volume, closed, source)
            select ?, '1m', minute, first.price, total.high, total.low, last.price, total.volume, false, ?
            from unnest(?::timestamptz[]) as minute
            cross join lateral (
                select max(price) as high, min(price) as low, sum(quantity) as volume from tick
                where instrument = ? and time >= minute and time < minute + interval '1 minute'
                    and time >= ? and time < ?) as total
            cross join lateral (
                select price from tick
                where instrument = ? and time >= minute and time < minute + interval '1 minute'
                    and time >= ? and time < ?
                order by time, trade_id limit 1) as first
            cross join lateral (
                select price from tick
                where instrument = ? and time >= minute and time < minute + interval '1 minute'
                    and time >= ? and time < ?
                order by time desc, trade_id desc limit 1) as last
            """ + UPDATE;
    private static final String SUM_UP = """
            insert into candle as old (instrument, interval, open_time, open, high, low, close, volume, closed, source)
            select ?, ?, bucket, total.open, total.high, total.low, total.close, total.volume, false, 'derived'
            from unnest(?::timestamptz[]) as bucket
            cross join lateral (
                select (array_agg(open order by open_time))[1] as open, max(high) as high, min(low) as low,
                    (array_agg(close order by open_time desc))[1] as close, sum(volume) as volume
                from candle
                where instrument = ? and interval = ? and open_time >= bucket and open_time < bucket + ?::interval
                    and open_time >= ? and open_time < ?) as total
            where total.open is not null
            """ + UPDATE + " where old.source = 'derived'";
    private static final String PUT = """
            insert into candle as old (instrument, interval, open_time, open, high, low, close, volume, closed, source)
            select ?, ?, open_time, open, high, low, close, volume, false, 'replay-candles'
            from unnest(?::timestamptz[], ?::numeric[], ?::numeric[], ?::numeric[], ?::numeric[], ?::numeric[])
                as given (open_time, open, high, low, close, volume)
            """ + UPDATE + " where old.source in ('derived', 'replay-candles')";
    private static final String CLOSE = """
            update candle set closed = true
            from unnest(?::text[], ?::timestamptz[]) as ended (ended_interval, ended_open)
            where instrument = ? and interval = ended_interval and open_time = ended_open
                and open_time >= ? and open_time <= ? %s
            returning interval, open_time, open, high, low, close, volume""";

    private static final String CLOSE_ALL = CLOSE.formatted("");
    private static final String CLOSE_OPEN = CLOSE.formatted("and not closed");

    private final Sql sql;
    private final Clock clock;
    private final Set<Integer> preparedYears = ConcurrentHashMap.newKeySet();

    JdbcCandleStore(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    @Override
    public void lock(InstrumentId instrument) {
        sql.one(
                "select pg_advisory_xact_lock(hashtextextended(?, 0))::text as done",
                rs -> rs.getString("done"),
                "market.candle " + instrument);
    }

    @Override
    public void prepare(Instant first, Instant last) {
        int from = first.atOffset(ZoneOffset.UTC).getYear();
        int to = last.atOffset(ZoneOffset.UTC).getYear();
        for (int year = from; year <= to; year++) {
            if (!preparedYears.contains(year)) {
                // A whole year is too long for day partitions of ticks, which candles do not need.
                sql.one(
                        "select ensure_partitions(make_timestamptz(?, 1, 1, 0, 0, 0, 'UTC'),"
                                + " make_timestamptz(?, 12, 31, 0, 0, 0, 'UTC'))::text as done",
                        rs -> rs.getString("done"),
                        year,
                        year);
                preparedYears.add(year);
            }
        }
    }

    @Override
    public void rebuildMinutes(InstrumentId instrument, String source, List<Instant> minutes) {
        if (minutes.isEmpty()) {
            return;
        }
        String id = instrument.toString();
        Instant from = Collections.min(minutes);
        Instant to = Interval.M1.closeTime(Collections.max(minutes));
        sql.update(REBUILD, id, source, minutes, id, from, to, id, from, to, id, from, to);
    }

    @Override
    public void sumUp(InstrumentId instrument, Ladder ladder, List<Instant> openTimes) {
        if (openTimes.isEmpty()) {
            return;
        }
        String id = instrument.toString();
        for (Ladder.Step step : ladder.steps()) {
            Interval interval = step.interval();
            List<Instant> buckets = openTimes.stream()
                    .map(interval::openTime)
                    .distinct()
                    .sorted()
                    .toList();
            sql.update(
                    SUM_UP,
                    id,
                    interval.code(),
                    buckets,
                    id,
                    step.from().code(),
                    interval.duration().toMinutes() + " minutes",
                    buckets.getFirst(),
                    interval.closeTime(buckets.getLast()));
        }
    }

    @Override
    public void put(InstrumentId instrument, Interval interval, List<GivenCandle> candles) {
        sql.update(
                PUT,
                instrument.toString(),
                interval.code(),
                column(candles, GivenCandle::openTime),
                column(candles, GivenCandle::open),
                column(candles, GivenCandle::high),
                column(candles, GivenCandle::low),
                column(candles, GivenCandle::close),
                column(candles, GivenCandle::volume));
    }

    @Override
    public List<StoredCandle> close(InstrumentId instrument, List<OpenBuckets.Closing> closings) {
        return close(CLOSE_ALL, instrument, closings);
    }

    @Override
    public List<StoredCandle> closeOpen(InstrumentId instrument, List<OpenBuckets.Closing> closings) {
        return close(CLOSE_OPEN, instrument, closings);
    }

    @Override
    public Optional<Instant> toldTo(UUID run, Instant next) {
        Optional<Instant> told =
                sql.one("select told_to from replay_mark where run = ?", rs -> Columns.instant(rs, "told_to"), run);
        sql.update("""
                insert into replay_mark as old (run, told_to, at) values (?, ?, ?)
                on conflict (run) do update set told_to = greatest(old.told_to, excluded.told_to), at = excluded.at""", run, next, clock.instant());
        return told;
    }

    @Override
    public void forget(UUID run) {
        sql.update(
                "delete from replay_mark where run = ? or at < ?",
                run,
                clock.instant().minus(Duration.ofDays(7)));
    }

    private List<StoredCandle> close(String statement, InstrumentId instrument, List<OpenBuckets.Closing> closings) {
        if (closings.isEmpty()) {
            return List.of();
        }
        List<Instant> openTimes = column(closings, OpenBuckets.Closing::openTime);
        Map<OpenBuckets.Closing, StoredCandle> closed = new HashMap<>();
        sql.list(
                        statement,
                        JdbcCandleStore::candle,
                        column(closings, closing -> closing.interval().code()),
                        openTimes,
                        instrument.toString(),
                        Collections.min(openTimes),
                        Collections.max(openTimes))
                .forEach(candle -> closed.put(new OpenBuckets.Closing(candle.interval(), candle.openTime()), candle));
        return closings.stream()
                .map(closed::get)
                .filter(candle -> candle != null)
                .toList();
    }

    @Override
    public List<OpenBuckets.Closing> notClosed(InstrumentId instrument) {
        return sql.list(
                "select interval, open_time from candle where instrument = ? and not closed order by open_time",
                rs -> new OpenBuckets.Closing(Interval.of(rs.getString("interval")), Columns.instant(rs, "open_time")),
                instrument.toString());
    }

    @Override
    public List<StoredCandle> chart(InstrumentId instrument, Interval interval, Range range) {
        boolean latest = range.from() == null;
        String bounds = (latest ? "" : " and open_time >= ?") + (range.to() == null ? "" : " and open_time <= ?");
        List<Object> values = new ArrayList<>(List.of(instrument.toString(), interval.code()));
        if (!latest) {
            values.add(range.from());
        }
        if (range.to() != null) {
            values.add(range.to());
        }
        values.add(range.limit());
        List<StoredCandle> candles = sql.list(
                "select " + COLUMNS + " from candle where instrument = ? and interval = ?" + bounds
                        + " order by open_time" + (latest ? " desc" : "") + " limit ?",
                JdbcCandleStore::candle,
                values.toArray());
        return latest ? candles.reversed() : candles;
    }

    private static StoredCandle candle(ResultSet rs) throws SQLException {
        return new StoredCandle(
                Interval.of(rs.getString("interval")),
                Columns.instant(rs, "open_time"),
                Columns.decimal(rs, "open"),
                Columns.decimal(rs, "high"),
                Columns.decimal(rs, "low"),
                Columns.decimal(rs, "close"),
                Columns.decimal(rs, "volume"));
    }

    private static <S, T> List<T> column(List<S> rows, Function<S, T> value) {
        List<T> column = new ArrayList<>(rows.size());
        rows.forEach(row -> column.add(value.apply(row)));
        return column;
    }
}
