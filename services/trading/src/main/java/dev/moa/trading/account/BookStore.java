package dev.moa.trading.account;

import static dev.moa.platform.sql.Columns.constant;
import static dev.moa.platform.sql.Columns.decimal;
import static dev.moa.platform.sql.Columns.instant;
import static dev.moa.platform.sql.Columns.uuid;

import dev.moa.domain.instrument.InstrumentId;
import dev.moa.domain.instrument.VenueRules;
import dev.moa.domain.portfolio.Direction;
import dev.moa.domain.portfolio.Position;
import dev.moa.domain.portfolio.Turnover;
import dev.moa.domain.value.AccountId;
import dev.moa.domain.value.Currency;
import dev.moa.domain.value.PositionId;
import dev.moa.domain.value.Price;
import dev.moa.domain.value.Quantity;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Cash, positions and day beginnings of accounts. The statements are also run in bulk by an account's lane. */
public interface BookStore {
    /** account, currency, total. */
    String SET_CASH = "INSERT INTO cash (account_id, currency, total) VALUES (?, ?, ?)"
            + " ON CONFLICT (account_id, currency) DO UPDATE SET total = excluded.total";

    /** account, transaction, book, currency, amount, at. */
    String ADD_ENTRY = "INSERT INTO ledger_entry (account_id, transaction, book, currency, amount, at)"
            + " VALUES (?, ?, ?, ?, ?, ?)";

    /** account, day, currency, equity. */
    String BEGIN_DAY = "INSERT INTO account_day (account_id, day, currency, equity) VALUES (?, ?::date, ?, ?)"
            + " ON CONFLICT DO NOTHING";

    String SET_POSITION =
            "INSERT INTO position (position_id, account_id, user_id, instrument, quote_currency, direction,"
                    + " entered_quantity, entered_value, exited_quantity, exited_value, cost, fees, realized_pnl,"
                    + " take_profit, stop_loss, opened_at, updated_at, closed)"
                    + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
                    + " ON CONFLICT (position_id) DO UPDATE SET entered_quantity = excluded.entered_quantity,"
                    + " entered_value = excluded.entered_value, exited_quantity = excluded.exited_quantity,"
                    + " exited_value = excluded.exited_value, cost = excluded.cost, fees = excluded.fees,"
                    + " realized_pnl = excluded.realized_pnl, take_profit = excluded.take_profit,"
                    + " stop_loss = excluded.stop_loss, updated_at = excluded.updated_at, closed = excluded.closed";

    /** The parameters of {@link #SET_POSITION}. */
    static Object[] positionRow(AccountId account, UUID user, Position position) {
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
            position.realized(),
            position.takeProfit() == null ? null : position.takeProfit().value(),
            position.stopLoss() == null ? null : position.stopLoss().value(),
            position.openedAt(),
            position.updatedAt(),
            !position.isOpen()
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
                price(rs, "take_profit"),
                price(rs, "stop_loss"),
                instant(rs, "opened_at"),
                instant(rs, "updated_at"));
    }

    private static Price price(ResultSet rs, String column) throws SQLException {
        BigDecimal price = decimal(rs, column);
        return price == null ? null : new Price(price);
    }

    Map<Currency, BigDecimal> cash(AccountId account);

    List<Position> openPositions(AccountId account);

    /** The latest day begun. */
    Optional<LocalDate> day(AccountId account);

    Map<Currency, BigDecimal> dayStart(AccountId account, LocalDate day);
}
