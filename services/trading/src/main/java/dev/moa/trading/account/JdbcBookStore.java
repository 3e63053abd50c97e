package dev.moa.trading.account;

import static dev.moa.platform.sql.Columns.decimal;

import dev.moa.domain.instrument.InstrumentId;
import dev.moa.domain.portfolio.Position;
import dev.moa.domain.value.AccountId;
import dev.moa.domain.value.Currency;
import dev.moa.platform.sql.Sql;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

@Singleton
final class JdbcBookStore implements BookStore {
    private final Sql sql;

    JdbcBookStore(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Map<Currency, BigDecimal> cash(AccountId account) {
        return byCurrency("SELECT currency, total AS amount FROM cash WHERE account_id = ?", account.value());
    }

    @Override
    public List<Position> openPositions(AccountId account) {
        return sql.list(
                "SELECT * FROM position WHERE account_id = ? AND NOT closed", BookStore::position, account.value());
    }

    @Override
    public Map<InstrumentId, Integer> leverage(AccountId account) {
        record Chosen(InstrumentId instrument, int leverage) {}
        return sql
                .list(
                        "SELECT instrument, leverage FROM leverage WHERE account_id = ?",
                        rs -> new Chosen(InstrumentId.parse(rs.getString("instrument")), rs.getInt("leverage")),
                        account.value())
                .stream()
                .collect(Collectors.toMap(Chosen::instrument, Chosen::leverage));
    }

    @Override
    public Map<Currency, Map<LocalDate, BigDecimal>> unsettled(AccountId account) {
        record Due(Currency currency, LocalDate day, BigDecimal amount) {}
        return sql
                .list(
                        "SELECT currency, due, amount FROM unsettled WHERE account_id = ?",
                        rs -> new Due(
                                Currency.of(rs.getString("currency")),
                                rs.getObject("due", LocalDate.class),
                                decimal(rs, "amount")),
                        account.value())
                .stream()
                .collect(Collectors.groupingBy(Due::currency, Collectors.toMap(Due::day, Due::amount)));
    }

    @Override
    public Optional<LocalDate> day(AccountId account) {
        return sql.one(
                "SELECT max(day) AS day FROM account_day WHERE account_id = ?",
                rs -> rs.getObject("day", LocalDate.class),
                account.value());
    }

    @Override
    public Map<Currency, BigDecimal> dayStart(AccountId account, LocalDate day) {
        return byCurrency(
                "SELECT currency, equity AS amount FROM account_day WHERE account_id = ? AND day = ?::date",
                account.value(),
                day.toString());
    }

    private Map<Currency, BigDecimal> byCurrency(String query, Object... parameters) {
        record Amount(Currency currency, BigDecimal amount) {}
        return sql
                .list(query, rs -> new Amount(Currency.of(rs.getString("currency")), decimal(rs, "amount")), parameters)
                .stream()
                .collect(Collectors.toMap(Amount::currency, Amount::amount));
    }
}
