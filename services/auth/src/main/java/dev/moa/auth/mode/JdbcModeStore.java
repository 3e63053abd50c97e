package dev.moa.auth.mode;

import dev.moa.platform.sql.Sql;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

@Singleton
class JdbcModeStore implements ModeStore {

    private final Sql sql;

    JdbcModeStore(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Optional<String> find(UUID userId) {
        return sql.one("SELECT mode FROM trading_mode WHERE user_id = ?", rs -> rs.getString("mode"), userId);
    }

    @Override
    public void keep(UUID userId, String mode, Instant changedAt) {
        sql.update("""
                INSERT INTO trading_mode (user_id, mode, changed_at) VALUES (?, ?, ?)
                ON CONFLICT (user_id) DO UPDATE SET mode = excluded.mode, changed_at = excluded.changed_at
                WHERE trading_mode.changed_at < excluded.changed_at""", userId, mode, changedAt);
    }
}
