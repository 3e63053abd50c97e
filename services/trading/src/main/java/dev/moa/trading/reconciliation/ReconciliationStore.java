package dev.moa.trading.reconciliation;

import dev.moa.broker.reconciliation.Difference;
import dev.moa.domain.instrument.InstrumentId;
import dev.moa.domain.order.Fill;
import dev.moa.domain.value.AccountId;
import dev.moa.domain.value.FillId;
import dev.moa.domain.value.OrderId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What comparisons remember. The statements are run in bulk by an account's lane. */
interface ReconciliationStore {
    /** quarantine, account, user, instrument, order, kind, cause, ours, theirs, at. */
    String QUARANTINE = "INSERT INTO quarantine (quarantine_id, account_id, user_id, instrument, order_id, kind, cause,"
            + " ours, theirs, opened_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING";

    /** at, as, by, note, quarantine. */
    String SETTLE = "UPDATE quarantine SET settled_at = ?, settled_as = ?, settled_by = ?, note = ?"
            + " WHERE quarantine_id = ? AND settled_at IS NULL";

    /** account, movement, kind, instrument, currency, amount, cause, at. */
    String MOVEMENT =
            "INSERT INTO account_movement (account_id, movement_id, kind, instrument, currency, amount, cause,"
                    + " at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)";

    /** account, orders to, books to, orders at, books at. */
    String COMPARED = "INSERT INTO reconciliation (account_id, orders_to, books_to, orders_at, books_at)"
            + " VALUES (?, ?, ?, ?, ?) ON CONFLICT (account_id) DO UPDATE SET orders_to = excluded.orders_to,"
            + " books_to = excluded.books_to, orders_at = excluded.orders_at, books_at = excluded.books_at";

    /** Up to when, by the venue's clock, and when, by ours. */
    record Compared(Instant ordersTo, Instant booksTo, Instant ordersAt, Instant booksAt) {}

    /** Empty before the first comparison. */
    Optional<Compared> compared(AccountId account);

    Optional<OrderId> byNumber(AccountId account, String number);

    Optional<OrderId> byName(AccountId account, String clientOrderId);

    Optional<Instant> sentAt(OrderId order);

    Optional<Fill> fill(AccountId account, FillId id);

    boolean everTraded(AccountId account, InstrumentId instrument);

    boolean isEntered(AccountId account, String movement);

    Optional<String> cancelWish(OrderId order);

    /** How often this was settled before, if it may return; else 0. */
    int settledBefore(AccountId account, Difference difference);

    boolean isKnown(UUID quarantine);

    /** Open ones first, then the newest settled; at most 200. */
    List<Quarantine> quarantines(AccountId account);

    Optional<Quarantine> quarantine(AccountId account, UUID id);
}
