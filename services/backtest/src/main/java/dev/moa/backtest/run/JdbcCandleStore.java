package dev.moa.backtest.run;

import static dev.moa.platform.sql.Columns.decimal;
import static dev.moa.platform.sql.Columns.instant;

import dev.moa.domain.candle.Candle;
import dev.moa.platform.problem.DependencyAway;
import dev.moa.platform.sql.Sql;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.ZoneOffset;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.function.Function;
import java.util.function.Supplier;

/** Reads the collector's published view. */
@Singleton
class JdbcCandleStore implements CandleStore {
    private static final int FETCH = 1_000;
    private static final String WHICH = """
             from market.candle_v1
            where instrument = ? and interval = ? and open_time >= ? and open_time < ? and closed""";

    private final Sql sql;

    JdbcCandleStore(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Span span(RunPlan plan) {
        return sql.one(
                        "select count(*) as number, min(open_time) as first, max(open_time) as last" + WHICH,
                        rs -> new Span(rs.getLong("number"), instant(rs, "first"), instant(rs, "last")),
                        plan.instrument(),
                        plan.timeframe(),
                        plan.from(),
                        plan.to())
                .orElseThrow();
    }

    @Override
    public <T> T play(RunPlan plan, Function<Iterator<Candle>, T> player) {
        return sql.inTransaction(() -> {
            Connection connection = sql.connection();
            try (Statement mode = connection.createStatement()) {
                mode.execute("set transaction read only");
                try (PreparedStatement query = prepared(connection, plan);
                        ResultSet rows = query.executeQuery()) {
                    return player.apply(new Ahead(() -> next(rows)));
                }
            } catch (SQLException broken) {
                throw new DependencyAway("database", broken);
            }
        });
    }

    private static PreparedStatement prepared(Connection connection, RunPlan plan) throws SQLException {
        PreparedStatement query = connection.prepareStatement(
                "select open_time, open, high, low, close, volume" + WHICH + " order by open_time");
        query.setFetchSize(FETCH);
        query.setString(1, plan.instrument());
        query.setString(2, plan.timeframe());
        query.setObject(3, plan.from().atOffset(ZoneOffset.UTC));
        query.setObject(4, plan.to().atOffset(ZoneOffset.UTC));
        return query;
    }

    /** Null behind the last one. */
    private static Candle next(ResultSet rows) {
        try {
            return rows.next()
                    ? Candle.of(
                            instant(rows, "open_time"),
                            decimal(rows, "open"),
                            decimal(rows, "high"),
                            decimal(rows, "low"),
                            decimal(rows, "close"),
                            decimal(rows, "volume"))
                    : null;
        } catch (SQLException broken) {
            throw new DependencyAway("database", broken);
        }
    }

    /** One candle ahead of its reader. */
    private static final class Ahead implements Iterator<Candle> {
        private final Supplier<Candle> source;
        private Candle waiting;

        Ahead(Supplier<Candle> source) {
            this.source = source;
            this.waiting = source.get();
        }

        @Override
        public boolean hasNext() {
            return waiting != null;
        }

        @Override
        public Candle next() {
            if (waiting == null) {
                throw new NoSuchElementException();
            }
            Candle candle = waiting;
            waiting = source.get();
            return candle;
        }
    }
}
