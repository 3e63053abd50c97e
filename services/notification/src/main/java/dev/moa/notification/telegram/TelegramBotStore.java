package dev.moa.notification.telegram;

import dev.moa.platform.sql.Sql;
import jakarta.inject.Singleton;

@Singleton
class TelegramBotStore {
    private final Sql sql;

    TelegramBotStore(Sql sql) {
        this.sql = sql;
    }

    void save(long botId, String username) {
        sql.update("""
                INSERT INTO telegram_bot (bot_id, username) VALUES (?, ?)
                ON CONFLICT (bot_id) DO UPDATE SET username = EXCLUDED.username
                """, botId, username);
    }

    long nextUpdate(long botId) {
        return sql.one("SELECT next_update FROM telegram_bot WHERE bot_id = ?", rs -> rs.getLong(1), botId)
                .orElse(0L);
    }

    void advance(long botId, long nextUpdate) {
        sql.update(
                "UPDATE telegram_bot SET next_update = greatest(next_update, ?) WHERE bot_id = ?", nextUpdate, botId);
    }
}
