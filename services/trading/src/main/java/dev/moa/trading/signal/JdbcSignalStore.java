package dev.moa.trading.signal;

import static dev.moa.platform.sql.Columns.bigint;
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
            instant(rs, "decided_at"),
            bigint(rs, "seq"),
            instant(rs, "bar_time"),
            texts(rs, "notes"));

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
            instant(rs, "received_at"),
            new StoredSignal.Alert(bigint(rs, "seq"), instant(rs, "bar_time"), texts(rs, "notes")));

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

    /** In the order of {@link SignalStore#ADD}. */
    static Object[] row(StoredSignal signal) {
        StoredSignal.Alert alert = signal.alert();
        return new Object[] {
            signal.id(),
            signal.strategyId(),
            signal.userId(),
            signal.source(),
            signal.dedupeKey(),
            signal.instrument(),
            signal.action(),
            signal.price(),
            signal.marketAt(),
            signal.receivedAt(),
            alert.seq(),
            alert.barTime(),
            alert.notes()
        };
    }

    @Override
    public Optional<UUID> addOrFind(StoredSignal signal) {
        return add(signal) ? Optional.empty() : find(signal.strategyId(), signal.dedupeKey());
    }

    private boolean add(StoredSignal signal) {
        return sql.update(ADD + " ON CONFLICT ON CONSTRAINT one_signal_per_alert DO NOTHING", row(signal)) == 1;
    }

    @Override
    public void addExpired(StoredSignal signal, String reason, Instant now) {
        if (add(signal)) {
            sql.update(
                    "UPDATE signal SET state = 'EXPIRED', reasons = ?, decided_at = ? WHERE signal_id = ?",
                    List.of(reason),
                    now,
                    signal.id());
        }
    }

    @Override
    public void refuse(UUID signalId, List<String> reasons, Instant now) {
        sql.update(FINISH, "REFUSED", reasons, null, now, signalId);
    }

    @Override
    public void settle(UUID signalId, String state, List<String> reasons, Instant now) {
        sql.update(SETTLE, state, reasons, null, now, signalId);
    }

    @Override
    public Optional<UUID> find(UUID strategyId, String dedupeKey) {
        return sql.one(
                "SELECT signal_id FROM signal WHERE strategy_id = ? AND dedupe_key = ?",
                rs -> uuid(rs, "signal_id"),
                strategyId,
                dedupeKey);
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
        return find(strategyId, dedupeKey).isPresent();
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
    public Optional<SignalView> view(UUID userId, UUID signalId) {
        return sql.one("SELECT * FROM signal WHERE user_id = ? AND signal_id = ?", VIEW, userId, signalId);
    }

    @Override
    public Page<SignalView> ofUser(UUID userId, SignalFilter filter, PageRequest page) {
        List<SignalView> rows = sql.list(
                "SELECT * FROM signal WHERE user_id = ? AND (?::uuid IS NULL OR signal_id < ?)"
                        + " AND (?::uuid IS NULL OR strategy_id = ?) AND (?::text IS NULL OR source = ?)"
                        + " AND (?::text IS NULL OR instrument = ?)"
                        + " AND (cardinality(?::text[]) = 0 OR state = any(?::text[]))"
                        + " AND (?::timestamptz IS NULL OR received_at >= ?::timestamptz)"
                        + " AND (?::timestamptz IS NULL OR received_at < ?::timestamptz)"
                        + " ORDER BY signal_id DESC LIMIT ?",
                VIEW,
                userId,
                page.before(),
                page.before(),
                filter.strategyId(),
                filter.strategyId(),
                filter.source(),
                filter.source(),
                filter.instrument(),
                filter.instrument(),
                filter.states(),
                filter.states(),
                filter.from(),
                filter.from(),
                filter.to(),
                filter.to(),
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
