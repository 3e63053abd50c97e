package dev.moa.trading.risk;

import static dev.moa.platform.sql.Columns.constant;
import static dev.moa.platform.sql.Columns.decimal;
import static dev.moa.platform.sql.Columns.instant;
import static dev.moa.platform.sql.Columns.uuid;

import dev.moa.domain.instrument.InstrumentId;
import dev.moa.domain.instrument.VenueRules;
import dev.moa.domain.order.OrderRequest;
import dev.moa.domain.portfolio.Portfolio;
import dev.moa.domain.risk.facts.Exit;
import dev.moa.domain.value.AccountId;
import dev.moa.domain.value.Currency;
import dev.moa.domain.value.Price;
import dev.moa.domain.value.Quantity;
import dev.moa.domain.value.Side;
import dev.moa.domain.value.StrategyId;
import dev.moa.platform.sql.Sql;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

@Singleton
final class JdbcMemoryStore implements MemoryStore {
    private static final Duration LONGEST_PAUSE = Duration.ofDays(60);
    private static final Duration LONGEST_REPEAT = Duration.ofHours(1);

    private final Sql sql;

    JdbcMemoryStore(Sql sql) {
        this.sql = sql;
    }

    private record Trades(UUID strategy, int number) {}

    private record Realized(InstrumentId instrument, BigDecimal profit) {}

    private record Entered(InstrumentId instrument, StrategyId strategy) {}

    private record Placed(OrderRequest request, Instant at) {}

    @Override
    public AccountMemory read(AccountId account, Portfolio book, LocalDate today, Instant dayStart) {
        AccountMemory memory = new AccountMemory(book, today, dayStart);
        UUID id = account.value();
        sql.list(
                        "SELECT strategy_id, trades FROM risk_trades WHERE account_id = ? AND day = ?::date",
                        rs -> new Trades(uuid(rs, "strategy_id"), rs.getInt("trades")),
                        id,
                        today.toString())
                .forEach(one -> memory.setTrades(one.strategy(), one.number()));
        sql.list(
                        "SELECT instrument, sum(realized_pnl) AS profit FROM fill WHERE account_id = ? AND at >= ?"
                                + " GROUP BY instrument",
                        rs -> new Realized(InstrumentId.parse(rs.getString("instrument")), decimal(rs, "profit")),
                        id,
                        dayStart)
                .forEach(one -> memory.addRealized(
                        VenueRules.instrument(one.instrument()).quote(), one.profit()));
        readMarks(memory, id, today);
        sql.list(
                        "SELECT * FROM (SELECT * FROM risk_exit WHERE account_id = ? AND at > ?"
                                + " ORDER BY at DESC LIMIT 500) AS latest ORDER BY at",
                        JdbcMemoryStore::exit,
                        id,
                        dayStart.minus(LONGEST_PAUSE))
                .forEach(memory::addExit);
        readOrders(memory, id, dayStart);
        return memory;
    }

    private void readMarks(AccountMemory memory, UUID account, LocalDate today) {
        record Stored(Currency currency, AccountMemory.Mark mark, LocalDate day) {}
        sql.list(
                        "SELECT * FROM risk_mark WHERE account_id = ?",
                        rs -> new Stored(
                                Currency.of(rs.getString("currency")),
                                new AccountMemory.Mark(
                                        decimal(rs, "peak"), decimal(rs, "day_best"), rs.getBoolean("locked")),
                                rs.getObject("day", LocalDate.class)),
                        account)
                .forEach(stored -> memory.setMark(
                        stored.currency(),
                        stored.day().equals(today)
                                ? stored.mark()
                                : new AccountMemory.Mark(stored.mark().peak(), BigDecimal.ZERO, false)));
    }

    private void readOrders(AccountMemory memory, UUID account, Instant dayStart) {
        sql.list(
                        "SELECT DISTINCT ON (o.instrument) o.instrument, o.strategy_id FROM orders o"
                                + " JOIN position p ON p.account_id = o.account_id AND p.instrument = o.instrument"
                                + " AND NOT p.closed WHERE o.account_id = ? AND o.strategy_id IS NOT NULL"
                                + " AND o.filled_quantity > 0 ORDER BY o.instrument, o.created_at DESC",
                        rs -> new Entered(
                                InstrumentId.parse(rs.getString("instrument")),
                                new StrategyId(uuid(rs, "strategy_id"))),
                        account)
                .forEach(one -> memory.setEntered(one.instrument(), one.strategy()));
        sql.list(
                        "SELECT * FROM (SELECT instrument, side, quantity, price, created_at FROM orders"
                                + " WHERE account_id = ? AND created_at > ? ORDER BY created_at DESC LIMIT 1000)"
                                + " AS latest ORDER BY created_at",
                        JdbcMemoryStore::placed,
                        account,
                        dayStart.minus(LONGEST_REPEAT))
                .forEach(one -> memory.addPlaced(one.request(), one.at()));
    }

    private static Placed placed(ResultSet rs) throws SQLException {
        var instrument = VenueRules.instrument(InstrumentId.parse(rs.getString("instrument")));
        Side side = constant(rs, "side", Side.class);
        Quantity quantity = new Quantity(decimal(rs, "quantity"));
        BigDecimal price = decimal(rs, "price");
        return new Placed(
                price == null
                        ? OrderRequest.market(instrument, side, quantity)
                        : OrderRequest.limit(instrument, side, quantity, new Price(price)),
                instant(rs, "created_at"));
    }

    private static Exit exit(ResultSet rs) throws SQLException {
        UUID strategy = uuid(rs, "strategy_id");
        return new Exit(
                InstrumentId.parse(rs.getString("instrument")),
                Currency.of(rs.getString("currency")),
                decimal(rs, "profit"),
                decimal(rs, "cost"),
                rs.getBoolean("stop_loss"),
                strategy == null ? null : new StrategyId(strategy),
                instant(rs, "at"));
    }
}
