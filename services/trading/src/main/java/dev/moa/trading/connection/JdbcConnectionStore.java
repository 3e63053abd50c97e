package dev.moa.trading.connection;

import static dev.moa.platform.sql.Columns.instant;
import static dev.moa.platform.sql.Columns.uuid;

import dev.moa.domain.instrument.InstrumentId;
import dev.moa.domain.value.AccountId;
import dev.moa.platform.json.Json;
import dev.moa.platform.sql.Sql;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

@Singleton
final class JdbcConnectionStore implements ConnectionStore {
    private static final String SELECT = "SELECT a.*, r.orders_at AS reconciled_at, (SELECT count(*) FROM quarantine q"
            + " WHERE q.account_id = a.account_id AND q.settled_at IS NULL) AS differences FROM account a"
            + " LEFT JOIN reconciliation r USING (account_id) WHERE a.user_id = ? AND a.deleted_at IS NULL ";

    private final Sql sql;
    private final Json json;

    JdbcConnectionStore(Sql sql, Json json) {
        this.sql = sql;
        this.json = json;
    }

    @Override
    public List<AccountView> list(UUID userId) {
        return sql.list(SELECT + "ORDER BY a.account_id LIMIT 500", this::view, userId);
    }

    @Override
    public Optional<AccountView> find(UUID userId, AccountId account) {
        return sql.one(SELECT + "AND a.account_id = ?", this::view, userId, account.value());
    }

    private AccountView view(ResultSet rs) throws SQLException {
        Boolean passed = rs.getObject("test_passed", Boolean.class);
        String environment = rs.getString("environment");
        return new AccountView(
                uuid(rs, "account_id"),
                rs.getString("broker"),
                rs.getString("label"),
                environment,
                environment.equals("REAL") ? "REAL" : "PAPER",
                rs.getBoolean("purse"),
                rs.getString("key_hint"),
                members(rs.getString("limits")),
                rs.getString("state"),
                null,
                passed,
                instant(rs, "tested_at"),
                instant(rs, "reconciled_at"),
                rs.getInt("differences"),
                instant(rs, "created_at"));
    }

    @Override
    public Map<String, Object> limits(AccountId account) {
        return sql.one(
                        "SELECT limits FROM account WHERE account_id = ?",
                        rs -> members(rs.getString("limits")),
                        account.value())
                .orElse(Map.of());
    }

    @SuppressWarnings("unchecked") // JSON objects have string keys
    private Map<String, Object> members(String text) {
        return (Map<String, Object>) json.read(text, Map.class);
    }

    @Override
    public void change(AccountId account, String label, String limits) {
        sql.update(
                "UPDATE account SET label = coalesce(?, label), limits = coalesce(?::jsonb, limits)"
                        + " WHERE account_id = ?",
                label,
                limits,
                account.value());
    }

    @Override
    public void delete(AccountId account, Instant at) {
        sql.update("UPDATE account SET deleted_at = ?, credentials = NULL WHERE account_id = ?", at, account.value());
    }

    @Override
    public boolean hasOpenOrders(AccountId account) {
        return sql.one(
                        "SELECT 1 FROM orders WHERE account_id = ? AND status IN ('PENDING_NEW', 'SUBMITTED', 'ACCEPTED',"
                                + " 'PARTIALLY_FILLED', 'PENDING_CANCEL', 'UNKNOWN') LIMIT 1",
                        rs -> true,
                        account.value())
                .isPresent();
    }

    @Override
    public void tested(AccountId account, boolean passed, Instant at) {
        sql.update(
                "UPDATE account SET test_passed = ?, tested_at = ? WHERE account_id = ?", passed, at, account.value());
    }

    @Override
    public boolean isTested(AccountId account) {
        return sql.one("SELECT 1 FROM account WHERE account_id = ? AND test_passed", rs -> true, account.value())
                .isPresent();
    }

    @Override
    public boolean isQuarantined(AccountId account, InstrumentId instrument) {
        return sql.one(
                        "SELECT 1 FROM quarantine WHERE account_id = ? AND instrument = ? AND settled_at IS NULL LIMIT 1",
                        rs -> true,
                        account.value(),
                        instrument.toString())
                .isPresent();
    }

    @Override
    public String mode(UUID userId) {
        return sql.one("SELECT mode FROM trading_mode WHERE user_id = ?", rs -> rs.getString("mode"), userId)
                .orElse("PAPER");
    }

    @Override
    public Instant mode(UUID userId, String mode, Instant at) {
        return sql.one("""
                        INSERT INTO trading_mode (user_id, mode, changed_at) VALUES (?, ?, ?)
                        ON CONFLICT (user_id) DO UPDATE SET mode = excluded.mode, changed_at =
                            greatest(excluded.changed_at, trading_mode.changed_at + interval '1 microsecond')
                        RETURNING changed_at""", rs -> instant(rs, "changed_at"), userId, mode, at).orElseThrow();
    }

    @Override
    public boolean hasLimits(UUID userId) {
        return sql.one("SELECT 1 FROM risk_setting WHERE level = 'USER' AND subject = ? LIMIT 1", rs -> true, userId)
                .isPresent();
    }
}
