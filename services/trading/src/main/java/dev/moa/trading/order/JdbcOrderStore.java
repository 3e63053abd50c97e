package dev.moa.trading.order;

import static dev.moa.platform.sql.Columns.constant;
import static dev.moa.platform.sql.Columns.decimal;
import static dev.moa.platform.sql.Columns.instant;
import static dev.moa.platform.sql.Columns.uuid;

import dev.moa.domain.instrument.InstrumentId;
import dev.moa.domain.instrument.VenueRules;
import dev.moa.domain.order.Fill;
import dev.moa.domain.order.Order;
import dev.moa.domain.order.OrderRequest;
import dev.moa.domain.order.OrderStatus;
import dev.moa.domain.order.OrderType;
import dev.moa.domain.order.Origin;
import dev.moa.domain.order.Protection;
import dev.moa.domain.order.TimeInForce;
import dev.moa.domain.order.Trail;
import dev.moa.domain.order.Trigger;
import dev.moa.domain.value.AccountId;
import dev.moa.domain.value.Currency;
import dev.moa.domain.value.FillId;
import dev.moa.domain.value.Money;
import dev.moa.domain.value.OrderId;
import dev.moa.domain.value.Percent;
import dev.moa.domain.value.PlanId;
import dev.moa.domain.value.Price;
import dev.moa.domain.value.Quantity;
import dev.moa.domain.value.Side;
import dev.moa.domain.value.StrategyId;
import dev.moa.platform.json.Json;
import dev.moa.platform.page.Page;
import dev.moa.platform.page.PageRequest;
import dev.moa.platform.sql.Row;
import dev.moa.platform.sql.Sql;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

@Singleton
final class JdbcOrderStore implements OrderStore {
    private static final String OPEN =
            "('PENDING_NEW', 'SUBMITTED', 'ACCEPTED', 'PARTIALLY_FILLED', 'PENDING_CANCEL'," + " 'UNKNOWN')";

    private static final String VIEWS =
            "SELECT o.*, CASE a.environment WHEN 'REAL' THEN 'REAL' ELSE 'PAPER' END AS mode FROM orders o"
                    + " JOIN account a USING (account_id) ";

    private static final Row<OrderView> VIEW = rs -> new OrderView(
            uuid(rs, "order_id"),
            uuid(rs, "account_id"),
            rs.getString("instrument"),
            rs.getString("side"),
            rs.getString("type"),
            decimal(rs, "quantity"),
            decimal(rs, "quote_amount"),
            decimal(rs, "price"),
            decimal(rs, "stop_price"),
            decimal(rs, "trail_pct"),
            decimal(rs, "trail_amount"),
            decimal(rs, "activation_price"),
            rs.getString("time_in_force"),
            instant(rs, "expires_at"),
            rs.getBoolean("post_only"),
            rs.getBoolean("reduce_only"),
            rs.getString("client_order_id"),
            rs.getString("status"),
            rs.getString("mode"),
            decimal(rs, "filled_quantity"),
            decimal(rs, "average_price"),
            rs.getString("origin").toLowerCase(java.util.Locale.ROOT),
            uuid(rs, "strategy_id"),
            uuid(rs, "plan_id"),
            rs.getString("leg"),
            instant(rs, "created_at"),
            instant(rs, "updated_at"),
            null,
            null,
            null,
            null,
            null,
            null);

    private static final Row<OrderView.FillView> FILL_VIEW = rs -> new OrderView.FillView(
            uuid(rs, "fill_id"),
            uuid(rs, "order_id"),
            rs.getString("instrument"),
            rs.getString("side"),
            decimal(rs, "price"),
            decimal(rs, "quantity"),
            decimal(rs, "fee"),
            rs.getString("fee_currency"),
            decimal(rs, "tax"),
            decimal(rs, "realized_pnl"),
            instant(rs, "at"),
            instant(rs, "market_at"));

    private final Sql sql;
    private final Json json;

    JdbcOrderStore(Sql sql, Json json) {
        this.sql = sql;
        this.json = json;
    }

    @Override
    public List<Order> open(AccountId account) {
        Map<UUID, List<Fill>> fills = byOrder(sql.list(
                "SELECT f.* FROM fill f JOIN orders o USING (order_id) WHERE o.account_id = ? AND o.status IN " + OPEN
                        + " ORDER BY f.fill_id",
                JdbcOrderStore::orderFill,
                account.value()));
        return sql.list(
                "SELECT * FROM orders WHERE account_id = ? AND status IN " + OPEN + " ORDER BY order_id",
                rs -> order(rs, fills.getOrDefault(uuid(rs, "order_id"), List.of())),
                account.value());
    }

    @Override
    public Optional<Order> find(OrderId id) {
        List<Fill> fills = sql
                .list("SELECT * FROM fill WHERE order_id = ? ORDER BY fill_id", JdbcOrderStore::orderFill, id.value())
                .stream()
                .map(OrderFill::fill)
                .toList();
        return sql.one("SELECT * FROM orders WHERE order_id = ?", rs -> order(rs, fills), id.value());
    }

    @Override
    public List<Order> ofPlan(PlanId plan) {
        Map<UUID, List<Fill>> fills = byOrder(sql.list(
                "SELECT f.* FROM fill f JOIN orders o USING (order_id) WHERE o.plan_id = ? ORDER BY f.fill_id",
                JdbcOrderStore::orderFill,
                plan.value()));
        return sql.list(
                "SELECT * FROM orders WHERE plan_id = ? ORDER BY order_id",
                rs -> order(rs, fills.getOrDefault(uuid(rs, "order_id"), List.of())),
                plan.value());
    }

    private static Map<UUID, List<Fill>> byOrder(List<OrderFill> fills) {
        return fills.stream()
                .collect(Collectors.groupingBy(
                        OrderFill::orderId, Collectors.mapping(OrderFill::fill, Collectors.toList())));
    }

    @Override
    public List<AccountId> withOverdue(Instant now) {
        return sql.list(
                "SELECT DISTINCT account_id FROM orders WHERE status IN " + OPEN
                        + " AND (time_in_force = 'GTD' AND expires_at <= ?"
                        + " OR time_in_force = 'DAY' AND created_at < date_trunc('day', ?::timestamptz, 'UTC'))",
                rs -> new AccountId(uuid(rs, "account_id")),
                now,
                now);
    }

    @Override
    public boolean isTaken(AccountId account, String clientOrderId) {
        return sql.one(
                        "SELECT 1 FROM orders WHERE account_id = ? AND client_order_id = ?",
                        rs -> true,
                        account.value(),
                        clientOrderId)
                .isPresent();
    }

    @Override
    public Page<OrderView> list(UUID userId, List<String> statuses, PageRequest page) {
        List<OrderView> rows = sql.list(
                VIEWS + "WHERE o.user_id = ?"
                        + " AND (?::text[] = '{}' OR o.status = ANY (?::text[]))"
                        + " AND (?::uuid IS NULL OR o.order_id < ?) ORDER BY o.order_id DESC LIMIT ?",
                VIEW,
                userId,
                statuses,
                statuses,
                page.before(),
                page.before(),
                page.fetch());
        return Page.of(rows, page, OrderView::orderId);
    }

    @Override
    public Optional<OrderView> view(UUID userId, UUID orderId) {
        Optional<OrderView> found = sql.one(VIEWS + "WHERE o.user_id = ? AND o.order_id = ?", VIEW, userId, orderId);
        return found.map(order -> order.with(
                sql.list(
                        "SELECT status, event, evidence, at, cause FROM order_transition WHERE order_id = ? ORDER BY transition_id",
                        rs -> new OrderView.TransitionView(
                                rs.getString("status"),
                                instant(rs, "at"),
                                rs.getString("cause"),
                                rs.getString("event"),
                                rs.getString("evidence")),
                        orderId),
                sql.list("SELECT * FROM fill WHERE order_id = ? ORDER BY fill_id", FILL_VIEW, orderId)));
    }

    @Override
    public List<OrderView> legs(UUID userId, UUID planId) {
        return sql.list(VIEWS + "WHERE o.user_id = ? AND o.plan_id = ? ORDER BY o.order_id", VIEW, userId, planId);
    }

    private record OrderFill(UUID orderId, Fill fill) {}

    private static OrderFill orderFill(ResultSet rs) throws SQLException {
        Fill fill = new Fill(
                new FillId(rs.getString("venue_fill_id")),
                new Price(decimal(rs, "price")),
                new Quantity(decimal(rs, "quantity")),
                new Money(decimal(rs, "fee"), Currency.of(rs.getString("fee_currency"))),
                new Money(decimal(rs, "tax"), Currency.of(rs.getString("fee_currency"))),
                instant(rs, "at"),
                instant(rs, "market_at"));
        return new OrderFill(uuid(rs, "order_id"), fill);
    }

    private Order order(ResultSet rs, List<Fill> fills) throws SQLException {
        return new Order(
                new OrderId(uuid(rs, "order_id")),
                new AccountId(uuid(rs, "account_id")),
                rs.getString("client_order_id"),
                request(rs),
                price(rs, "reference"),
                constant(rs, "status", OrderStatus.class),
                rs.getBoolean("triggered"),
                rs.getString("venue_order_id"),
                fills,
                instant(rs, "created_at"),
                instant(rs, "updated_at"));
    }

    private OrderRequest request(ResultSet rs) throws SQLException {
        return OrderRequest.of(
                        VenueRules.instrument(InstrumentId.parse(rs.getString("instrument"))),
                        constant(rs, "side", Side.class),
                        constant(rs, "type", OrderType.class))
                .quantity(new Quantity(decimal(rs, "quantity")))
                .quoteAmount(decimal(rs, "quote_amount"))
                .price(price(rs, "price"))
                .trigger(new Trigger(price(rs, "stop_price"), trail(rs), price(rs, "activation_price")))
                .goodFor(constant(rs, "time_in_force", TimeInForce.class), instant(rs, "expires_at"))
                .reduceOnly(rs.getBoolean("reduce_only"))
                .postOnly(rs.getBoolean("post_only"))
                .origin(origin(rs))
                .protection(protection(rs))
                .request();
    }

    private static Origin origin(ResultSet rs) throws SQLException {
        UUID strategy = uuid(rs, "strategy_id");
        UUID plan = uuid(rs, "plan_id");
        return new Origin(
                constant(rs, "origin", Origin.Kind.class),
                strategy == null ? null : new StrategyId(strategy),
                plan == null
                        ? null
                        : new Origin.Leg(
                                new PlanId(plan),
                                rs.getString("leg"),
                                rs.getInt("attempt"),
                                rs.getBoolean("leg_exclusive")));
    }

    private Protection protection(ResultSet rs) throws SQLException {
        String more = rs.getString("protection");
        return more == null
                ? new Protection(percent(rs, "take_profit_pct"), percent(rs, "stop_loss_pct"))
                : json.read(more, StoredProtection.class).toProtection();
    }

    private static Trail trail(ResultSet rs) throws SQLException {
        Percent percent = percent(rs, "trail_pct");
        BigDecimal amount = decimal(rs, "trail_amount");
        return percent == null && amount == null ? null : new Trail(percent, amount);
    }

    private static Price price(ResultSet rs, String column) throws SQLException {
        BigDecimal number = decimal(rs, column);
        return number == null ? null : new Price(number);
    }

    private static Percent percent(ResultSet rs, String column) throws SQLException {
        BigDecimal number = decimal(rs, column);
        return number == null ? null : new Percent(number);
    }
}
