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
                    return player.apply(new Rows(rows));
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

    private static final class Rows implements Iterator<Candle> {
        private final ResultSet rows;
        private boolean ahead;
        private boolean ended;

        Rows(ResultSet rows) {
            this.rows = rows;
        }

        @Override
        public boolean hasNext() {
            if (!ahead && !ended) {
                try {
                    ahead = rows.next();
                    ended = !ahead;
                } catch (SQLException broken) {
                    throw new DependencyAway("database", broken);
                }
            }
            return ahead;
        }

        @Override
        public Candle next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            ahead = false;
            try {
                return Candle.of(
                        instant(rows, "open_time"),
                        decimal(rows, "open"),
                        decimal(rows, "high"),
                        decimal(rows, "low"),
                        decimal(rows, "close"),
                        decimal(rows, "volume"));
            } catch (SQLException broken) {
                throw new DependencyAway("database", broken);
            }
        }
    }
}
