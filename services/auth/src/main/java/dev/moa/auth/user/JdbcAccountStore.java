package dev.moa.auth.user;

import dev.moa.platform.sql.Columns;
import dev.moa.platform.sql.Row;
import dev.moa.platform.sql.Sql;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;

@Singleton
class JdbcAccountStore implements AccountStore {

    private static final long REGISTRATION = 0x6d6f615f72656701L;

    private static final Row<Account> ROW = rs -> new Account(
            Columns.uuid(rs, "account_id"),
            rs.getString("username"),
            rs.getString("email"),
            rs.getBoolean("email_verified"),
            rs.getString("name"),
            rs.getString("password_hash"),
            rs.getString("role"),
            Columns.texts(rs, "permissions"),
            Columns.instant(rs, "created_at"));

    private final Sql sql;

    JdbcAccountStore(Sql sql) {
        this.sql = sql;
    }

    @Override
    public void lockRegistration() {
        sql.one("SELECT pg_advisory_xact_lock(?) IS NULL AS locked", rs -> rs.getBoolean("locked"), REGISTRATION);
    }

    @Override
    public boolean isEmpty() {
        return sql.one("SELECT NOT EXISTS (SELECT 1 FROM account) AS empty", rs -> rs.getBoolean("empty"))
                .orElseThrow();
    }

    @Override
    public boolean insert(Account account, Names names) {
        return sql.update(
                        """
                        INSERT INTO account (account_id, username, username_key, email, email_key, name,
                                             password_hash, role, permissions, created_at)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?::text[], ?)
                        ON CONFLICT DO NOTHING""",
                        account.accountId(),
                        account.username(),
                        names.usernameKey(),
                        account.email(),
                        names.emailKey(),
                        account.name(),
                        account.passwordHash(),
                        account.role(),
                        account.permissions(),
                        account.createdAt())
                == 1;
    }

    @Override
    public boolean isUsernameTaken(String usernameKey) {
        return sql.one("SELECT 1 AS one FROM account WHERE username_key = ?", rs -> rs.getInt("one"), usernameKey)
                .isPresent();
    }

    @Override
    public Optional<Account> find(UUID accountId) {
        return sql.one("SELECT * FROM account WHERE account_id = ?", ROW, accountId);
    }

    @Override
    public Optional<Account> findByLogin(String key) {
        return sql.one("SELECT * FROM account WHERE username_key = ? OR email_key = ?", ROW, key, key);
    }

    @Override
    public void setPasswordHash(UUID accountId, String hash) {
        sql.update("UPDATE account SET password_hash = ? WHERE account_id = ?", hash, accountId);
    }
}
