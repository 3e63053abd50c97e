package dev.moa.auth.signin;

import dev.moa.platform.sql.Columns;
import dev.moa.platform.sql.Sql;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

@Singleton
class JdbcRefreshTokenStore implements RefreshTokenStore {

    private final Sql sql;

    JdbcRefreshTokenStore(Sql sql) {
        this.sql = sql;
    }

    @Override
    public void insert(byte[] tokenHash, UUID sessionId, Instant issuedAt, Instant expiresAt) {
        sql.update(
                "INSERT INTO refresh_token (token_hash, session_id, issued_at, expires_at) VALUES (?, ?, ?, ?)",
                tokenHash,
                sessionId,
                issuedAt,
                expiresAt);
    }

    @Override
    public Optional<Issued> find(byte[] tokenHash) {
        return sql.one(
                "SELECT session_id, expires_at, spent_at FROM refresh_token WHERE token_hash = ?",
                rs -> new Issued(
                        Columns.uuid(rs, "session_id"),
                        Columns.instant(rs, "expires_at"),
                        Columns.instant(rs, "spent_at")),
                tokenHash);
    }

    @Override
    public void markSpent(byte[] tokenHash, Instant now) {
        sql.update("UPDATE refresh_token SET spent_at = ? WHERE token_hash = ?", now, tokenHash);
    }
}
