package dev.moa.notification.chat;

import dev.moa.platform.sql.Columns;
import dev.moa.platform.sql.Sql;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

@Singleton
class ChatStore {
    private final Sql sql;

    ChatStore(Sql sql) {
        this.sql = sql;
    }

    boolean isKnown(long botId, long updateId) {
        return sql.one("SELECT 1 FROM telegram_update WHERE bot_id = ? AND update_id = ?", rs -> true, botId, updateId)
                .isPresent();
    }

    /** False when this update was taken before: then nothing may be done for it. */
    boolean take(long botId, long updateId, Instant at) {
        return sql.update("""
                        INSERT INTO telegram_update (bot_id, update_id, at) VALUES (?, ?, ?)
                        ON CONFLICT DO NOTHING
                        """, botId, updateId, at) == 1;
    }

    int forgetUpdates(Instant olderThan) {
        return sql.update("DELETE FROM telegram_update WHERE at < ?", olderThan);
    }

    Optional<ChatLink> linkOf(UUID userId) {
        return sql.one("SELECT * FROM telegram_link WHERE user_id = ?", ChatStore::link, userId);
    }

    /** Nobody changes or removes it before this transaction ends. */
    Optional<ChatLink> holdLinkOf(UUID userId) {
        return sql.one("SELECT * FROM telegram_link WHERE user_id = ? FOR SHARE", ChatStore::link, userId);
    }

    Optional<ChatLink> linkOfChat(long botId, long chatId) {
        return sql.one("SELECT * FROM telegram_link WHERE bot_id = ? AND chat_id = ?", ChatStore::link, botId, chatId);
    }

    void saveLink(ChatLink link) {
        sql.update("""
                INSERT INTO telegram_link (user_id, bot_id, chat_id, linked_at) VALUES (?, ?, ?, ?)
                ON CONFLICT (user_id) DO UPDATE
                SET bot_id = EXCLUDED.bot_id, chat_id = EXCLUDED.chat_id, linked_at = EXCLUDED.linked_at
                """, link.userId(), link.botId(), link.chatId(), link.linkedAt());
    }

    boolean removeLink(UUID userId) {
        return sql.update("DELETE FROM telegram_link WHERE user_id = ?", userId) == 1;
    }

    /** One code per person: a new one makes the old one worthless. */
    void saveCode(String codeHash, UUID userId, Instant expiresAt) {
        sql.update("""
                INSERT INTO telegram_code (code_hash, user_id, expires_at) VALUES (?, ?, ?)
                ON CONFLICT (user_id) DO UPDATE
                SET code_hash = EXCLUDED.code_hash, expires_at = EXCLUDED.expires_at
                """, codeHash, userId, expiresAt);
    }

    /** Locks the code until the transaction ends: whoever comes second finds nothing. */
    Optional<UUID> ownerOfCode(String codeHash, Instant now) {
        return sql.one(
                "SELECT user_id FROM telegram_code WHERE code_hash = ? AND expires_at > ? FOR UPDATE",
                rs -> Columns.uuid(rs, "user_id"),
                codeHash,
                now);
    }

    void removeCode(UUID userId) {
        sql.update("DELETE FROM telegram_code WHERE user_id = ?", userId);
    }

    /** Counts one more shown code, or one more answer to a chat that is not linked; a new window begins when the old one is over. */
    Stranger count(long chatId, boolean guess, Instant now, Instant windowFrom) {
        return sql.one(
                        """
                        INSERT INTO telegram_stranger AS s (chat_id, window_start, guesses, answers) VALUES (?, ?, ?, ?)
                        ON CONFLICT (chat_id) DO UPDATE SET
                            window_start = CASE WHEN s.window_start < ? THEN EXCLUDED.window_start ELSE s.window_start END,
                            guesses = CASE WHEN s.window_start < ? THEN 0 ELSE s.guesses END + EXCLUDED.guesses,
                            answers = CASE WHEN s.window_start < ? THEN 0 ELSE s.answers END + EXCLUDED.answers
                        RETURNING guesses, answers
                        """,
                        rs -> new Stranger(rs.getInt(1), rs.getInt(2)),
                        chatId,
                        now,
                        guess ? 1 : 0,
                        guess ? 0 : 1,
                        windowFrom,
                        windowFrom,
                        windowFrom)
                .orElseThrow();
    }

    int forgetStrangers(Instant olderThan) {
        return sql.update("DELETE FROM telegram_stranger WHERE window_start < ?", olderThan);
    }

    private static ChatLink link(ResultSet rs) throws SQLException {
        return new ChatLink(
                Columns.uuid(rs, "user_id"),
                rs.getLong("bot_id"),
                rs.getLong("chat_id"),
                Columns.instant(rs, "linked_at"));
    }

    /** What a chat we do not know did in the running window. */
    record Stranger(int guesses, int answers) {}
}
