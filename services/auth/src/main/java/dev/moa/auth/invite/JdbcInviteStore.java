package dev.moa.auth.invite;

import dev.moa.platform.sql.Columns;
import dev.moa.platform.sql.Row;
import dev.moa.platform.sql.Sql;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@Singleton
class JdbcInviteStore implements InviteStore {

    private static final Row<Invite> ROW = rs -> new Invite(
            Columns.uuid(rs, "invite_id"),
            rs.getString("role"),
            rs.getString("email_key"),
            Columns.uuid(rs, "created_by"),
            Columns.instant(rs, "created_at"),
            Columns.instant(rs, "expires_at"),
            Columns.uuid(rs, "used_by"));

    private final Sql sql;

    JdbcInviteStore(Sql sql) {
        this.sql = sql;
    }

    @Override
    public void insert(Invite invite, byte[] codeHash) {
        sql.update(
                """
                INSERT INTO invite (invite_id, code_hash, role, email_key, created_by, created_at, expires_at)
                VALUES (?, ?, ?, ?, ?, ?, ?)""",
                invite.inviteId(),
                codeHash,
                invite.role(),
                invite.emailKey(),
                invite.createdBy(),
                invite.createdAt(),
                invite.expiresAt());
    }

    @Override
    public Optional<Invite> findOpen(byte[] codeHash, Instant now) {
        return sql.one(
                "SELECT * FROM invite WHERE code_hash = ? AND used_at IS NULL AND expires_at > ? FOR UPDATE",
                ROW,
                codeHash,
                now);
    }

    @Override
    public void markUsed(UUID inviteId, UUID accountId, Instant now) {
        sql.update("UPDATE invite SET used_by = ?, used_at = ? WHERE invite_id = ?", accountId, now, inviteId);
    }

    @Override
    public List<Invite> list(UUID before, int limit) {
        return sql.list(
                "SELECT * FROM invite WHERE ?::uuid IS NULL OR invite_id < ? ORDER BY invite_id DESC LIMIT ?",
                ROW,
                before,
                before,
                limit);
    }

    @Override
    public boolean deleteUnused(UUID inviteId) {
        return sql.update("DELETE FROM invite WHERE invite_id = ? AND used_at IS NULL", inviteId) == 1;
    }
}
