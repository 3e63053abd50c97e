package dev.moa.auth.preference;

import dev.moa.platform.sql.Sql;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

@Singleton
class JdbcPreferenceStore implements PreferenceStore {

    private final Sql sql;

    JdbcPreferenceStore(Sql sql) {
        this.sql = sql;
    }

    @Override
    public void save(UUID accountId, Preferences preferences, Instant now) {
        sql.update("""
                INSERT INTO setting (account_id, locale, theme, korean_colors, updated_at) VALUES (?, ?, ?, ?, ?)
                ON CONFLICT (account_id) DO UPDATE SET locale = excluded.locale, theme = excluded.theme,
                    korean_colors = excluded.korean_colors, updated_at = excluded.updated_at""", accountId, preferences.locale(), preferences.theme(), preferences.koreanColors(), now);
    }

    @Override
    public Optional<Preferences> find(UUID accountId) {
        return sql.one(
                "SELECT locale, theme, korean_colors FROM setting WHERE account_id = ?",
                rs -> new Preferences(rs.getString("locale"), rs.getString("theme"), rs.getBoolean("korean_colors")),
                accountId);
    }
}
