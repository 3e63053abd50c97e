package dev.moa.trading.reconciliation;

import static dev.moa.platform.sql.Columns.constant;
import static dev.moa.platform.sql.Columns.decimal;
import static dev.moa.platform.sql.Columns.instant;
import static dev.moa.platform.sql.Columns.uuid;

import dev.moa.broker.reconciliation.Difference;
import dev.moa.domain.instrument.InstrumentId;
import dev.moa.domain.order.Fill;
import dev.moa.domain.value.AccountId;
import dev.moa.domain.value.Currency;
import dev.moa.domain.value.FillId;
import dev.moa.domain.value.Money;
import dev.moa.domain.value.OrderId;
import dev.moa.domain.value.Price;
import dev.moa.domain.value.Quantity;
import dev.moa.platform.sql.Row;
import dev.moa.platform.sql.Sql;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@Singleton
final class JdbcReconciliationStore implements ReconciliationStore {
    private static final Row<OrderId> ORDER = rs -> new OrderId(uuid(rs, "order_id"));
    private static final Row<Quarantine> QUARANTINED = rs -> new Quarantine(
            uuid(rs, "quarantine_id"),
            rs.getString("instrument"),
            uuid(rs, "order_id"),
            constant(rs, "kind", Difference.Kind.class),
            rs.getString("cause"),
            decimal(rs, "ours"),
            decimal(rs, "theirs"),
            instant(rs, "opened_at"),
            instant(rs, "settled_at"),
            rs.getString("settled_as"),
            rs.getString("note"));

    private final Sql sql;

    JdbcReconciliationStore(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Optional<Compared> compared(AccountId account) {
        return sql.one(
                "SELECT * FROM reconciliation WHERE account_id = ?",
                rs -> new Compared(
                        instant(rs, "orders_to"),
                        instant(rs, "books_to"),
                        instant(rs, "orders_at"),
                        instant(rs, "books_at")),
                account.value());
    }

    @Override
    public Optional<OrderId> byNumber(AccountId account, String number) {
        return sql.one(
                "SELECT order_id FROM venue_order_number WHERE account_id = ? AND number = ?",
                ORDER,
                account.value(),
                number);
    }

    @Override
    public Optional<OrderId> byName(AccountId account, String clientOrderId) {
        return sql.one(
                "SELECT order_id FROM order_attempt WHERE account_id = ? AND client_order_id = ? UNION ALL"
                        + " SELECT order_id FROM orders WHERE account_id = ? AND client_order_id = ?",
                ORDER,
                account.value(),
                clientOrderId,
                account.value(),
                clientOrderId);
    }

    @Override
    public Optional<Instant> sentAt(OrderId order) {
        return sql.one(
                "SELECT max(sent_at) AS sent_at FROM order_attempt WHERE order_id = ?",
                rs -> instant(rs, "sent_at"),
                order.value());
    }

    @Override
    public Optional<Fill> fill(AccountId account, FillId id) {
        return sql.one(
                "SELECT * FROM fill WHERE account_id = ? AND venue_fill_id = ?",
                rs -> new Fill(
                        new FillId(rs.getString("venue_fill_id")),
                        new Price(decimal(rs, "price")),
                        new Quantity(decimal(rs, "quantity")),
                        new Money(decimal(rs, "fee"), Currency.of(rs.getString("fee_currency"))),
                        instant(rs, "at"),
                        instant(rs, "market_at")),
                account.value(),
                id.value());
    }

    @Override
    public boolean everTraded(AccountId account, InstrumentId instrument) {
        return sql.one(
                        "SELECT 1 FROM fill WHERE account_id = ? AND instrument = ? LIMIT 1",
                        rs -> true,
                        account.value(),
                        instrument.toString())
                .isPresent();
    }

    @Override
    public boolean isEntered(AccountId account, String movement) {
        return sql.one(
                        "SELECT 1 FROM account_movement WHERE account_id = ? AND movement_id = ?",
                        rs -> true,
                        account.value(),
                        movement)
                .isPresent();
    }

    @Override
    public Optional<String> cancelWish(OrderId order) {
        return sql.one("SELECT cause FROM cancel_wish WHERE order_id = ?", rs -> rs.getString("cause"), order.value());
    }

    @Override
    public int settledBefore(AccountId account, Difference difference) {
        if (!difference.mayReturn()) {
            return 0;
        }
        return sql.one(
                        "SELECT count(*) AS n FROM quarantine WHERE account_id = ? AND kind = ? AND instrument = ?"
                                + " AND ours = ? AND theirs = ? AND settled_at IS NOT NULL",
                        rs -> rs.getInt("n"),
                        account.value(),
                        difference.kind(),
                        difference.instrument(),
                        difference.ours(),
                        difference.theirs())
                .orElseThrow();
    }

    @Override
    public boolean isKnown(UUID quarantine) {
        return sql.one("SELECT 1 FROM quarantine WHERE quarantine_id = ?", rs -> true, quarantine)
                .isPresent();
    }

    @Override
    public List<Quarantine> quarantines(AccountId account) {
        return sql.list(
                "SELECT * FROM quarantine WHERE account_id = ?"
                        + " ORDER BY settled_at IS NOT NULL, opened_at DESC LIMIT 200",
                QUARANTINED,
                account.value());
    }

    @Override
    public Optional<Quarantine> quarantine(AccountId account, UUID id) {
        return sql.one(
                "SELECT * FROM quarantine WHERE account_id = ? AND quarantine_id = ?",
                QUARANTINED,
                account.value(),
                id);
    }
}
