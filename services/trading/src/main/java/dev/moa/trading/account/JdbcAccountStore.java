package dev.moa.trading.account;

import static dev.moa.platform.sql.Columns.instant;
import static dev.moa.platform.sql.Columns.uuid;

import dev.moa.domain.portfolio.Ledger;
import dev.moa.domain.value.AccountId;
import dev.moa.domain.value.Money;
import dev.moa.platform.sql.Row;
import dev.moa.platform.sql.Sql;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@Singleton
final class JdbcAccountStore implements AccountStore {
    private static final String SELECT =
            "SELECT account_id, user_id, broker, label, environment, created_at FROM account ";
    private static final Row<Account> ROW = rs -> new Account(
            new AccountId(uuid(rs, "account_id")),
            uuid(rs, "user_id"),
            rs.getString("broker"),
            rs.getString("label"),
            rs.getString("environment"),
            instant(rs, "created_at"));

    private final Sql sql;

    JdbcAccountStore(Sql sql) {
        this.sql = sql;
    }

    @Override
    public List<Account> all() {
        return sql.list(SELECT + "WHERE deleted_at IS NULL ORDER BY account_id", ROW);
    }

    @Override
    public List<Account> ofUser(UUID userId) {
        return sql.list(SELECT + "WHERE user_id = ? AND deleted_at IS NULL ORDER BY account_id", ROW, userId);
    }

    @Override
    public Optional<Account> find(AccountId id) {
        return sql.one(SELECT + "WHERE account_id = ?", ROW, id.value());
    }

    @Override
    public Account ensurePaper(Account wanted, List<Money> purse) {
        return sql.inTransaction(() -> {
            int made = sql.update(
                    "INSERT INTO account (account_id, user_id, broker, label, environment, purse, created_at)"
                            + " VALUES (?, ?, ?, ?, ?, true, ?) ON CONFLICT (user_id) WHERE purse DO NOTHING",
                    wanted.id().value(),
                    wanted.userId(),
                    wanted.broker(),
                    wanted.label(),
                    wanted.environment(),
                    wanted.createdAt());
            if (made == 1) {
                purse.forEach(money -> open(wanted, money));
            }
            return sql.one(SELECT + "WHERE user_id = ? AND purse", ROW, wanted.userId())
                    .orElseThrow();
        });
    }

    @Override
    public void add(Account account, Connected connected, List<Money> purse) {
        sql.inTransaction(() -> {
            sql.update(
                    "INSERT INTO account (account_id, user_id, broker, label, environment, credentials, key_hint,"
                            + " limits, created_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?)",
                    account.id().value(),
                    account.userId(),
                    account.broker(),
                    account.label(),
                    account.environment(),
                    connected.sealed(),
                    connected.keyHint(),
                    connected.limits(),
                    account.createdAt());
            purse.forEach(money -> open(account, money));
        });
    }

    private void open(Account account, Money money) {
        sql.update(BookStore.SET_CASH, account.id().value(), money.currency().code(), money.amount());
        Ledger.deposit("opening", money)
                .forEach(entry ->
                        sql.update(BookStore.ADD_ENTRY, BookStore.entryRow(account.id(), entry, account.createdAt())));
    }

    @Override
    public boolean isReconcileOnly(AccountId id) {
        return sql.one(
                        "SELECT 1 FROM account WHERE account_id = ? AND state = 'RECONCILE_ONLY'",
                        rs -> true,
                        id.value())
                .isPresent();
    }

    @Override
    public void activate(AccountId id) {
        sql.update("UPDATE account SET state = 'ACTIVE' WHERE account_id = ?", id.value());
    }

    @Override
    public byte[] credentials(AccountId id) {
        return sql.one(
                        "SELECT credentials FROM account WHERE account_id = ?",
                        rs -> rs.getBytes("credentials"),
                        id.value())
                .orElse(null);
    }

    @Override
    public long takeOver(AccountId id) {
        return sql.one(
                        "UPDATE account SET lane_epoch = lane_epoch + 1 WHERE account_id = ? RETURNING lane_epoch",
                        rs -> rs.getLong(1),
                        id.value())
                .orElseThrow();
    }

    @Override
    public boolean holds(AccountId id, long epoch) {
        return sql.one(
                        "SELECT 1 FROM account WHERE account_id = ? AND lane_epoch = ? FOR SHARE",
                        rs -> true,
                        id.value(),
                        epoch)
                .isPresent();
    }
}
