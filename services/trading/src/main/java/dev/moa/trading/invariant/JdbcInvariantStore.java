package dev.moa.trading.invariant;

import static dev.moa.platform.sql.Columns.uuid;

import dev.moa.domain.portfolio.Portfolio;
import dev.moa.domain.portfolio.PortfolioSnapshot;
import dev.moa.domain.value.AccountId;
import dev.moa.platform.sql.Sql;
import dev.moa.trading.account.BookStore;
import dev.moa.trading.account.OpenOrders;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.UUID;

@Singleton
final class JdbcInvariantStore implements InvariantStore {
    private final Sql sql;
    private final BookStore books;
    private final OpenOrders orders;

    JdbcInvariantStore(Sql sql, BookStore books, OpenOrders orders) {
        this.sql = sql;
        this.books = books;
        this.orders = orders;
    }

    @Override
    public List<String> broken(String query, Object... parameters) {
        return sql.list("SELECT what FROM (" + query + ") AS found LIMIT 20", rs -> rs.getString("what"), parameters);
    }

    @Override
    public List<UUID> accounts() {
        return sql.list("SELECT account_id FROM account ORDER BY account_id", rs -> uuid(rs, "account_id"));
    }

    @Override
    public Portfolio book(AccountId account) {
        return Portfolio.of(new PortfolioSnapshot(
                account,
                books.cash(account),
                books.openPositions(account),
                orders.openOrders(account),
                null,
                Map.of(),
                books.leverage(account),
                books.unsettled(account)));
    }
}
