package dev.moa.backtest.history;

import static dev.moa.platform.sql.Columns.constant;
import static dev.moa.platform.sql.Columns.decimal;
import static dev.moa.platform.sql.Columns.instant;
import static dev.moa.platform.sql.Columns.uuid;

import dev.moa.backtest.measure.Figures;
import dev.moa.backtest.measure.Trade;
import dev.moa.backtest.run.RunPlan;
import dev.moa.domain.portfolio.Direction;
import dev.moa.platform.json.Json;
import dev.moa.platform.page.PageRequest;
import dev.moa.platform.sql.Sql;
import io.micronaut.core.type.Argument;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@Singleton
class JdbcResultStore implements ResultStore {
    private static final String RUN =
            "select run_id, name, state, progress, plan, figures, error, created_at, started_at, finished_at from run";
    private static final Argument<List<List<String>>> CURVE = Argument.listOf(Argument.listOf(String.class));

    private final Sql sql;
    private final Json json;

    JdbcResultStore(Sql sql, Json json) {
        this.sql = sql;
        this.json = json;
    }

    @Override
    public List<StoredRun> list(UUID userId, PageRequest page) {
        return sql.list(
                RUN + " where user_id = ? and (?::uuid is null or run_id < ?::uuid) order by run_id desc limit ?",
                this::run,
                userId,
                page.before(),
                page.before(),
                page.fetch());
    }

    @Override
    public Optional<StoredRun> find(UUID userId, UUID id) {
        return sql.one(RUN + " where run_id = ? and user_id = ?", this::run, id, userId);
    }

    private StoredRun run(ResultSet rs) throws SQLException {
        String figures = rs.getString("figures");
        return new StoredRun(
                uuid(rs, "run_id"),
                rs.getString("name"),
                rs.getString("state"),
                rs.getInt("progress"),
                json.read(rs.getString("plan"), RunPlan.class),
                figures == null ? null : json.read(figures, Figures.class),
                rs.getString("error"),
                instant(rs, "created_at"),
                instant(rs, "started_at"),
                instant(rs, "finished_at"));
    }

    @Override
    public List<List<String>> curve(UUID id) {
        return sql.one("select equity_curve from run where run_id = ?", rs -> rs.getString(1), id)
                .map(text -> json.read(text, CURVE))
                .orElse(List.of());
    }

    @Override
    public List<Trade> trades(UUID id, int after, int limit) {
        return sql.list(
                "select * from run_trade where run_id = ? and number > ? order by number limit ?",
                JdbcResultStore::trade,
                id,
                after,
                limit);
    }

    private static Trade trade(ResultSet rs) throws SQLException {
        return new Trade(
                rs.getInt("number"),
                constant(rs, "side", Direction.class),
                decimal(rs, "quantity"),
                instant(rs, "entry_time"),
                decimal(rs, "entry_price"),
                instant(rs, "exit_time"),
                decimal(rs, "exit_price"),
                decimal(rs, "pnl"),
                decimal(rs, "fees"),
                rs.getString("exit_reason"));
    }
}
