package dev.moa.trading.account;

import static dev.moa.platform.sql.Columns.constant;
import static dev.moa.platform.sql.Columns.decimal;
import static dev.moa.platform.sql.Columns.instant;
import static dev.moa.platform.sql.Columns.uuid;

import dev.moa.domain.instrument.InstrumentId;
import dev.moa.domain.instrument.VenueRules;
import dev.moa.domain.order.Trail;
import dev.moa.domain.portfolio.Direction;
import dev.moa.domain.portfolio.Exits;
import dev.moa.domain.portfolio.LedgerEntry;
import dev.moa.domain.portfolio.Margin;
import dev.moa.domain.portfolio.Position;
import dev.moa.domain.portfolio.Turnover;
import dev.moa.domain.value.AccountId;
import dev.moa.domain.value.Currency;
import dev.moa.domain.value.Percent;
import dev.moa.domain.value.PositionId;
import dev.moa.domain.value.Price;
import dev.moa.domain.value.Quantity;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Cash, positions and day beginnings of accounts. The statements are also run in bulk by an account's lane. */
public interface BookStore {
    /** account, currency, total. */
    String SET_CASH = "INSERT INTO cash (account_id, currency, total) VALUES (?, ?, ?)"
            + " ON CONFLICT (account_id, currency) DO UPDATE SET total = excluded.total";

    /** The parameters are {@link #entryRow}. */
    String ADD_ENTRY = "INSERT INTO ledger_entry (account_id, transaction, kind, book, currency, amount, at)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?)";

    /** account, currency, due, amount. */
    String SET_UNSETTLED = "INSERT INTO unsettled (account_id, currency, due, amount) VALUES (?, ?, ?::date, ?)"
            + " ON CONFLICT (account_id, currency, due) DO UPDATE SET amount = excluded.amount";

    /** account, currency, due. */
    String SETTLED = "DELETE FROM unsettled WHERE account_id = ? AND currency = ? AND due = ?::date";

    /** account, instrument, leverage. */
    String SET_LEVERAGE = "INSERT INTO leverage (account_id, instrument, leverage) VALUES (?, ?, ?)"
            + " ON CONFLICT (account_id, instrument) DO UPDATE SET leverage = excluded.leverage";

    /** account, day, currency, equity. */
    String BEGIN_DAY = "INSERT INTO account_day (account_id, day, currency, equity) VALUES (?, ?::date, ?, ?)"
            + " ON CONFLICT DO NOTHING";

    String SET_POSITION =
            "INSERT INTO position (position_id, account_id, user_id, instrument, quote_currency, direction,"
                    + " entered_quantity, entered_value, exited_quantity, exited_value, cost, fees, leverage, margin,"
                    + " funding, realized_pnl, take_profit, stop_loss, stop_wanted, ladder, trail_pct, trail_amount,"
                    + " break_even_at, close_at, opened_at, updated_at, closed)"
                    + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
                    + " ON CONFLICT (position_id) DO UPDATE SET entered_quantity = excluded.entered_quantity,"
                    + " entered_value = excluded.entered_value, exited_quantity = excluded.exited_quantity,"
                    + " exited_value = excluded.exited_value, cost = excluded.cost, fees = excluded.fees,"
                    + " leverage = excluded.leverage, margin = excluded.margin, funding = excluded.funding,"
                    + " realized_pnl = excluded.realized_pnl, take_profit = excluded.take_profit,"
                    + " stop_loss = excluded.stop_loss,"
                    + " stop_wanted = coalesce(excluded.stop_loss, position.stop_wanted), ladder = excluded.ladder,"
                    + " trail_pct = excluded.trail_pct, trail_amount = excluded.trail_amount,"
                    + " break_even_at = excluded.break_even_at, close_at = excluded.close_at,"
                    + " updated_at = excluded.updated_at, closed = excluded.closed";

    /** position: its stop was taken away on purpose, the guard shall not restore it. After {@link #SET_POSITION}. */
    String UNWANT_STOP = "UPDATE position SET stop_wanted = NULL WHERE position_id = ?";

    /** The parameters of {@link #SET_POSITION}. */
    static Object[] positionRow(AccountId account, UUID user, Position position) {
        Exits exits = position.exits();
        Trail trail = exits.trail();
        return new Object[] {
            position.id().value(),
            account.value(),
            user,
            position.instrument().id().toString(),
            position.instrument().quote().code(),
            position.direction(),
            position.entered().quantity().value(),
            position.entered().value(),
            position.exited().quantity().value(),
            position.exited().value(),
            position.cost(),
            position.fees(),
            position.margin().leverage(),
            position.margin().held(),
            position.margin().funding(),
            position.realized(),
            position.takeProfit() == null ? null : position.takeProfit().value(),
            position.stopLoss() == null ? null : position.stopLoss().value(),
            position.stopLoss() == null ? null : position.stopLoss().value(),
            ladder(exits),
            trail == null || trail.percent() == null ? null : trail.percent().value(),
            trail == null ? null : trail.amount(),
            exits.breakEvenAt() == null ? null : exits.breakEvenAt().value(),
            exits.closeAt(),
            position.openedAt(),
            position.updatedAt(),
            !position.isOpen()
        };
    }

    /** The parameters of {@link #ADD_ENTRY}. */
    static Object[] entryRow(AccountId account, LedgerEntry entry, Instant at) {
        return new Object[] {
            account.value(),
            entry.transaction(),
            entry.kind(),
            entry.account(),
            entry.amount().currency().code(),
            entry.amount().amount(),
            at
        };
    }

    /** A row of the table position. */
    static Position position(ResultSet rs) throws SQLException {
        return new Position(
                new PositionId(uuid(rs, "position_id")),
                VenueRules.instrument(InstrumentId.parse(rs.getString("instrument"))),
                constant(rs, "direction", Direction.class),
                new Turnover(new Quantity(decimal(rs, "entered_quantity")), decimal(rs, "entered_value")),
                new Turnover(new Quantity(decimal(rs, "exited_quantity")), decimal(rs, "exited_value")),
                decimal(rs, "cost"),
                decimal(rs, "fees"),
                new Margin(rs.getInt("leverage"), decimal(rs, "margin"), decimal(rs, "funding")),
                price(rs, "take_profit"),
                price(rs, "stop_loss"),
                exits(rs),
                instant(rs, "opened_at"),
                instant(rs, "updated_at"));
    }

    private static String ladder(Exits exits) {
        return exits.ladder().isEmpty()
                ? null
                : exits.ladder().stream()
                        .map(rung -> rung.price() + "@" + rung.share())
                        .collect(Collectors.joining(" "));
    }

    private static Exits exits(ResultSet rs) throws SQLException {
        String ladder = rs.getString("ladder");
        BigDecimal percent = decimal(rs, "trail_pct");
        BigDecimal amount = decimal(rs, "trail_amount");
        return new Exits(
                ladder == null
                        ? List.of()
                        : Stream.of(ladder.split(" "))
                                .map(rung -> rung.split("@"))
                                .map(rung -> new Exits.Rung(Price.of(rung[0]), Percent.of(rung[1])))
                                .toList(),
                percent == null && amount == null
                        ? null
                        : new Trail(percent == null ? null : new Percent(percent), amount),
                price(rs, "break_even_at"),
                instant(rs, "close_at"));
    }

    private static Price price(ResultSet rs, String column) throws SQLException {
        BigDecimal price = decimal(rs, column);
        return price == null ? null : new Price(price);
    }

    Map<Currency, BigDecimal> cash(AccountId account);

    List<Position> openPositions(AccountId account);

    /** The leverage chosen for contracts. */
    Map<InstrumentId, Integer> leverage(AccountId account);

    /** The money of trades that are not settled. */
    Map<Currency, Map<LocalDate, BigDecimal>> unsettled(AccountId account);

    /** The latest day begun. */
    Optional<LocalDate> day(AccountId account);

    Map<Currency, BigDecimal> dayStart(AccountId account, LocalDate day);
}
