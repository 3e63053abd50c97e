package dev.moa.trading.signal;

import dev.moa.domain.candle.Candle;
import dev.moa.platform.page.Page;
import dev.moa.platform.page.PageRequest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

interface SignalStore {
    /** The columns of {@link JdbcSignalStore#row}. */
    String ADD = "INSERT INTO signal (signal_id, strategy_id, user_id, source, dedupe_key, instrument, action, price,"
            + " market_at, received_at, seq, bar_time, notes, state)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::bigint, ?::timestamptz, ?::text[], 'RECEIVED')";

    /** state, reasons, order, decided, id. */
    String FINISH = "UPDATE signal SET state = ?, reasons = ?::text[], order_id = ?::uuid, decided_at = ?"
            + " WHERE signal_id = ? AND state = 'RECEIVED'";

    /** The same for one that waited for a person. */
    String SETTLE = "UPDATE signal SET state = ?, reasons = ?::text[], order_id = ?::uuid, decided_at = ?"
            + " WHERE signal_id = ? AND state = 'AWAITING_APPROVAL'";

    /** account, instrument, interval, run, open time. */
    String SET_PROGRESS = "INSERT INTO replay_progress (account_id, instrument, interval, run, open_time)"
            + " VALUES (?, ?, ?, ?, ?) ON CONFLICT (account_id, instrument, interval)"
            + " DO UPDATE SET run = excluded.run, open_time = excluded.open_time";

    /** Stores a received alert; answers the id of the first one when it was there before. */
    Optional<UUID> addOrFind(StoredSignal signal);

    /** Locks a signal that nothing was decided about yet, until the end of the transaction. */
    boolean isUndecided(UUID signalId);

    boolean exists(UUID strategyId, String dedupeKey);

    List<StoredSignal> undecided();

    void expire(Instant receivedBefore, Instant now);

    /** Stores a decision that nobody acts on any more; nothing when it is there already. */
    void addExpired(StoredSignal signal, String reason, Instant now);

    void refuse(UUID signalId, List<String> reasons, Instant now);

    /** What waited for a person is decided; inside a transaction. */
    void settle(UUID signalId, String state, List<String> reasons, Instant now);

    Optional<UUID> find(UUID strategyId, String dedupeKey);

    Optional<SignalView> view(UUID userId, UUID signalId);

    Page<SignalView> ofUser(UUID userId, SignalFilter filter, PageRequest page);

    /** Whether this candle of a replay has already moved the account. */
    boolean isPast(ReplayedCandle candle);

    /** One candle of a replay for one account. */
    record ReplayedCandle(UUID accountId, String instrument, String interval, UUID run, Instant openTime) {}

    /** When the replay began for the strategy: stored the first time, the same answer ever after. */
    Instant replayBegan(UUID strategyId, UUID run, Instant candle);

    /** Hands over closed candles, oldest first, without holding them all in memory. */
    void eachCandle(String instrument, String interval, Range range, Consumer<Candle> reader);

    /** From (included; null for as far back as {@code limit} reaches) to {@code before} (excluded). */
    record Range(Instant from, Instant before, int limit) {}
}
