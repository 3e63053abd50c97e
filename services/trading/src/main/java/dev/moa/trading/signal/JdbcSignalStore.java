package dev.moa.trading.signal;

import static dev.moa.platform.sql.Columns.decimal;
import static dev.moa.platform.sql.Columns.instant;
import static dev.moa.platform.sql.Columns.texts;
import static dev.moa.platform.sql.Columns.uuid;

import dev.moa.domain.candle.Candle;
import dev.moa.platform.page.Page;
import dev.moa.platform.page.PageRequest;
import dev.moa.platform.sql.Row;
import dev.moa.platform.sql.Sql;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

@Singleton
final class JdbcSignalStore implements SignalStore {
    private static final Row<SignalView> VIEW = rs -> new SignalView(
            uuid(rs, "signal_id"),
            uuid(rs, "strategy_id"),
            rs.getString("source"),
            rs.getString("instrument"),
            rs.getString("action"),
            decimal(rs, "price"),
            instant(rs, "market_at"),
            rs.getString("state"),
            texts(rs, "reasons"),
            uuid(rs, "order_id"),
            instant(rs, "received_at"),
            instant(rs, "decided_at"));

    private static final Row<StoredSignal> STORED = rs -> new StoredSignal(
            uuid(rs, "signal_id"),
            uuid(rs, "strategy_id"),
            uuid(rs, "user_id"),
            rs.getString("source"),
            rs.getString("dedupe_key"),
            rs.getString("instrument"),
            rs.getString("action"),
            decimal(rs, "price"),
            instant(rs, "market_at"),
            instant(rs, "received_at"));

    private static final String CANDLES =
            "SELECT * FROM (SELECT open_time, open, high, low, close, volume FROM market.candle_v1"
                    + " WHERE instrument = ? AND interval = ? AND closed AND open_time < ?"
                    + " AND open_time >= coalesce(?::timestamptz, '-infinity')"
                    + " ORDER BY open_time DESC LIMIT ?) latest ORDER BY open_time";

    private static final Row<Candle> CANDLE = rs -> Candle.of(
            instant(rs, "open_time"),
            decimal(rs, "open"),
            decimal(rs, "high"),
            decimal(rs, "low"),
            decimal(rs, "close"),
            decimal(rs, "volume"));

    private final Sql sql;

    JdbcSignalStore(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Optional<UUID> addOrFind(StoredSignal signal) {
        int added = sql.update(
                ADD + " ON CONFLICT ON CONSTRAINT one_signal_per_alert DO NOTHING",
                signal.id(),
                signal.strategyId(),
                signal.userId(),
                signal.source(),
                signal.dedupeKey(),
                signal.instrument(),
                signal.action(),
                signal.price(),
                signal.marketAt(),
                signal.receivedAt());
        return added == 1
                ? Optional.empty()
                : sql.one(
                        "SELECT signal_id FROM signal WHERE strategy_id = ? AND dedupe_key = ?",
                        rs -> uuid(rs, "signal_id"),
                        signal.strategyId(),
                        signal.dedupeKey());
    }

    @Override
    public boolean isUndecided(UUID signalId) {
        return sql.one(
                        "SELECT 1 FROM signal WHERE signal_id = ? AND state = 'RECEIVED' FOR UPDATE",
                        rs -> true,
                        signalId)
                .isPresent();
    }

    @Override
    public boolean exists(UUID strategyId, String dedupeKey) {
        return sql.one(
                        "SELECT 1 FROM signal WHERE strategy_id = ? AND dedupe_key = ?",
                        rs -> true,
                        strategyId,
                        dedupeKey)
                .isPresent();
    }

    @Override
    public List<StoredSignal> undecided() {
        return sql.list("SELECT * FROM signal WHERE state = 'RECEIVED' ORDER BY signal_id LIMIT 1000", STORED);
    }

    @Override
    public void expire(Instant receivedBefore, Instant now) {
        sql.update(
                "UPDATE signal SET state = 'EXPIRED', reasons = '{Too old to act on.}', decided_at = ?"
                        + " WHERE state = 'RECEIVED' AND received_at < ?",
                now,
                receivedBefore);
    }

    @Override
    public Page<SignalView> ofUser(UUID userId, PageRequest page) {
        List<SignalView> rows = sql.list(
                "SELECT * FROM signal WHERE user_id = ? AND (?::uuid IS NULL OR signal_id < ?)"
                        + " ORDER BY signal_id DESC LIMIT ?",
                VIEW,
                userId,
                page.before(),
                page.before(),
                page.fetch());
        return Page.of(rows, page, SignalView::signalId);
    }

    @Override
    public boolean isPast(ReplayedCandle candle) {
        return sql.one(
                        "SELECT 1 FROM replay_progress WHERE account_id = ? AND instrument = ? AND interval = ?"
                                + " AND run = ? AND open_time >= ?",
                        rs -> true,
                        candle.accountId(),
                        candle.instrument(),
                        candle.interval(),
                        candle.run(),
                        candle.openTime())
                .isPresent();
    }

    @Override
    public Instant replayBegan(UUID strategyId, UUID run, Instant candle) {
        sql.update(
                "INSERT INTO strategy_replay (strategy_id, run, first_open) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
                strategyId,
                run,
                candle);
        return sql.one(
                        "SELECT first_open FROM strategy_replay WHERE strategy_id = ? AND run = ?",
                        rs -> instant(rs, "first_open"),
                        strategyId,
                        run)
                .orElseThrow();
    }

    @Override
    public void eachCandle(String instrument, String interval, Range range, Consumer<Candle> reader) {
        sql.each(CANDLES, CANDLE, reader, instrument, interval, range.before(), range.from(), range.limit());
    }
}
