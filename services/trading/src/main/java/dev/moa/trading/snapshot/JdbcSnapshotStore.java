package dev.moa.trading.snapshot;

import static dev.moa.platform.sql.Columns.constant;
import static dev.moa.platform.sql.Columns.decimal;
import static dev.moa.platform.sql.Columns.instant;
import static dev.moa.platform.sql.Columns.uuid;

import dev.moa.domain.instrument.InstrumentId;
import dev.moa.domain.value.AccountId;
import dev.moa.domain.value.Currency;
import dev.moa.domain.value.Money;
import dev.moa.domain.value.Side;
import dev.moa.platform.sql.Sql;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

@Singleton
final class JdbcSnapshotStore implements SnapshotStore {
    private static final String ADD_DAY = "INSERT INTO account_snapshot (account_id, day, currency, equity, cash,"
            + " positions_value, invested, deposits, withdrawals, fees, taxes, realized, unrealized, taken_at)"
            + " VALUES (?, ?::date, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING";

    private static final String ADD_HOLDING = "INSERT INTO holding_snapshot (account_id, day, instrument, quantity,"
            + " cost, price, priced_at, value, currency) VALUES (?, ?::date, ?, ?, ?, ?, ?, ?, ?)"
            + " ON CONFLICT DO NOTHING";

    private final Sql sql;

    JdbcSnapshotStore(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Optional<LocalDate> lastDay(AccountId account) {
        return sql.one(
                "SELECT day FROM account_snapshot WHERE account_id = ? ORDER BY day DESC LIMIT 1",
                rs -> rs.getObject("day", LocalDate.class),
                account.value());
    }

    @Override
    public List<CashMove> cash(AccountId account, Instant since, ZoneId zone) {
        return sql.list(
                "SELECT c.currency, c.total, m.day, m.change FROM cash c LEFT JOIN"
                        + " (SELECT currency, (at AT TIME ZONE ?)::date AS day, sum(amount) AS change"
                        + " FROM ledger_entry WHERE account_id = ? AND book = 'CASH' AND at >= ? GROUP BY 1, 2) m"
                        + " USING (currency) WHERE c.account_id = ?",
                rs -> new CashMove(
                        Currency.of(rs.getString("currency")),
                        decimal(rs, "total"),
                        rs.getObject("day", LocalDate.class),
                        decimal(rs, "change")),
                zone.getId(),
                account.value(),
                since,
                account.value());
    }

    @Override
    public List<FlowDay> flows(AccountId account, Instant since, ZoneId zone) {
        return sql.list(
                "SELECT (at AT TIME ZONE ?)::date AS day, currency,"
                        + " coalesce(sum(-amount) FILTER (WHERE book = 'OPENING' AND amount < 0), 0) AS deposits,"
                        + " coalesce(sum(amount) FILTER (WHERE book = 'OPENING' AND amount > 0), 0) AS withdrawals,"
                        + " coalesce(sum(amount) FILTER (WHERE book = 'TAXES'), 0) AS taxes"
                        + " FROM ledger_entry WHERE account_id = ? AND at >= ? AND book IN ('OPENING', 'TAXES')"
                        + " GROUP BY 1, 2",
                rs -> new FlowDay(
                        rs.getObject("day", LocalDate.class),
                        Currency.of(rs.getString("currency")),
                        decimal(rs, "deposits"),
                        decimal(rs, "withdrawals"),
                        decimal(rs, "taxes")),
                zone.getId(),
                account.value(),
                since);
    }

    @Override
    public void fills(AccountId account, Instant before, Consumer<FillFact> reader) {
        sql.each(
                "SELECT instrument, side, price, quantity, fee, fee_currency, realized_pnl, at FROM fill"
                        + " WHERE account_id = ? AND at < ? ORDER BY at, fill_id",
                rs -> new FillFact(
                        InstrumentId.parse(rs.getString("instrument")),
                        constant(rs, "side", Side.class),
                        decimal(rs, "price"),
                        decimal(rs, "quantity"),
                        new Money(decimal(rs, "fee"), Currency.of(rs.getString("fee_currency"))),
                        decimal(rs, "realized_pnl"),
                        instant(rs, "at")),
                reader,
                account.value(),
                before);
    }

    @Override
    public Optional<DaySnapshot.Priced> close(InstrumentId instrument, Instant at) {
        return sql.one(
                "SELECT c.close, c.open_time + v.length AS closed_at"
                        + " FROM (VALUES ('1m', interval '1 minute'), ('1h', interval '1 hour'),"
                        + " ('1d', interval '1 day')) AS v (name, length)"
                        + " CROSS JOIN LATERAL (SELECT k.close, k.open_time FROM market.candle_v1 k"
                        + " WHERE k.instrument = ? AND k.interval = v.name AND k.closed"
                        + " AND k.open_time <= ?::timestamptz - v.length"
                        + " ORDER BY k.open_time DESC LIMIT 1) c ORDER BY closed_at DESC LIMIT 1",
                rs -> new DaySnapshot.Priced(decimal(rs, "close"), instant(rs, "closed_at")),
                instrument.toString(),
                at);
    }

    @Override
    public void write(AccountId account, List<DaySnapshot> days, Instant now) {
        List<Object[]> amounts = new ArrayList<>();
        List<Object[]> holdings = new ArrayList<>();
        for (DaySnapshot day : days) {
            String date = day.day().toString();
            day.amounts()
                    .forEach(row -> amounts.add(new Object[] {
                        account.value(),
                        date,
                        row.currency().code(),
                        row.equity(),
                        row.cash(),
                        row.positionsValue(),
                        row.invested(),
                        row.deposits(),
                        row.withdrawals(),
                        row.fees(),
                        row.taxes(),
                        row.realized(),
                        row.unrealized(),
                        now
                    }));
            day.held()
                    .forEach(held -> holdings.add(new Object[] {
                        account.value(),
                        date,
                        held.instrument().toString(),
                        held.holding().quantity(),
                        held.holding().cost(),
                        held.priced().price(),
                        held.priced().at(),
                        held.value(),
                        held.currency().code()
                    }));
        }
        sql.batch(ADD_HOLDING, holdings);
        sql.batch(ADD_DAY, amounts);
    }

    @Override
    public List<StoredDay> rows(List<UUID> accounts, LocalDate from, LocalDate to) {
        return sql.list(
                "SELECT * FROM account_snapshot WHERE account_id = any(?::uuid[]) AND day BETWEEN ?::date AND ?::date"
                        + " ORDER BY day, account_id, currency",
                rs -> new StoredDay(
                        uuid(rs, "account_id"),
                        rs.getObject("day", LocalDate.class),
                        new DaySnapshot.Amounts(
                                Currency.of(rs.getString("currency")),
                                decimal(rs, "cash"),
                                decimal(rs, "positions_value"),
                                decimal(rs, "invested"),
                                decimal(rs, "deposits"),
                                decimal(rs, "withdrawals"),
                                decimal(rs, "fees"),
                                decimal(rs, "taxes"),
                                decimal(rs, "realized"),
                                decimal(rs, "unrealized"))),
                accounts,
                from.toString(),
                to.toString());
    }
}
