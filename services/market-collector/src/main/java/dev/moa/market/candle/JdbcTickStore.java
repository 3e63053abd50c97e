package dev.moa.market.candle;

import dev.moa.domain.instrument.InstrumentId;
import dev.moa.platform.sql.Columns;
import dev.moa.platform.sql.Sql;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

@Singleton
class JdbcTickStore implements TickStore {
    private static final long DAY_SECONDS = 86_400;
    private static final int REMEMBERED_DAYS = 5_000;
    private static final String INSERT = """
            with stored as (
                insert into tick (instrument, time, trade_id, price, quantity, side)
                select ?, time, trade_id, price, quantity, nullif(side, '')::"char"
                from unnest(?::timestamptz[], ?::bigint[], ?::numeric[], ?::numeric[], ?::text[])
                    as incoming (time, trade_id, price, quantity, side)
                on conflict do nothing
                returning time)
            select date_trunc('minute', time) as minute, count(*) as stored from stored group by 1 order by 1""";

    private final Sql sql;
    private final Set<Long> preparedDays = ConcurrentHashMap.newKeySet();

    JdbcTickStore(Sql sql) {
        this.sql = sql;
    }

    @Override
    public void prepare(Instant first, Instant last) {
        long firstDay = Math.floorDiv(first.getEpochSecond(), DAY_SECONDS);
        long lastDay = Math.floorDiv(last.getEpochSecond(), DAY_SECONDS);
        if (preparedDays.contains(firstDay) && preparedDays.contains(lastDay)) {
            return;
        }
        sql.one("select ensure_partitions(?, ?)::text as done", rs -> rs.getString("done"), first, last);
        if (preparedDays.size() > REMEMBERED_DAYS) {
            preparedDays.clear();
        }
        for (long day = firstDay; day <= lastDay && day - firstDay < REMEMBERED_DAYS; day++) {
            preparedDays.add(day);
        }
    }

    @Override
    public Inserted insert(InstrumentId instrument, List<Tick> ticks) {
        int[] count = new int[1];
        List<Instant> minutes = sql.list(
                INSERT,
                rs -> {
                    count[0] += rs.getInt("stored");
                    return Columns.instant(rs, "minute");
                },
                instrument.toString(),
                column(ticks, Tick::time),
                column(ticks, Tick::tradeId),
                column(ticks, Tick::price),
                column(ticks, Tick::quantity),
                column(ticks, tick -> code(tick.side())));
        return new Inserted(count[0], minutes);
    }

    @Override
    public List<Tick> latest(InstrumentId instrument, int limit) {
        return sql.list(
                        "select time, trade_id, price, quantity, side::text as side from tick where instrument = ? "
                                + "order by time desc, trade_id desc limit ?",
                        JdbcTickStore::tick,
                        instrument.toString(),
                        limit)
                .reversed();
    }

    @Override
    public int dropOld(int days) {
        return sql.one("select drop_old_ticks(make_interval(days => ?)) as dropped", rs -> rs.getInt("dropped"), days)
                .orElse(0);
    }

    private static Tick tick(ResultSet rs) throws SQLException {
        String side = rs.getString("side");
        return new Tick(
                Columns.instant(rs, "time"),
                rs.getLong("trade_id"),
                Columns.decimal(rs, "price"),
                Columns.decimal(rs, "quantity"),
                side == null ? null : side.equals("B") ? Tick.Side.BUY : Tick.Side.SELL);
    }

    private static String code(Tick.Side side) {
        return side == null ? "" : side == Tick.Side.BUY ? "B" : "S";
    }

    private static <T> List<T> column(List<Tick> ticks, Function<Tick, T> value) {
        List<T> column = new ArrayList<>(ticks.size());
        ticks.forEach(tick -> column.add(value.apply(tick)));
        return column;
    }
}
