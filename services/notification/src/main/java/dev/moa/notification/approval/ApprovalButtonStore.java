package dev.moa.notification.approval;

import dev.moa.platform.sql.Columns;
import dev.moa.platform.sql.Sql;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

@Singleton
class ApprovalButtonStore {
    private final Sql sql;

    ApprovalButtonStore(Sql sql) {
        this.sql = sql;
    }

    void add(String nonceHash, ApprovalButton button) {
        sql.update(
                "INSERT INTO approval_button (nonce_hash, user_id, approval_id, approve, expires_at)"
                        + " VALUES (?, ?, ?, ?, ?)",
                nonceHash,
                button.userId(),
                button.approvalId(),
                button.approve(),
                button.expiresAt());
    }

    Optional<ApprovalButton> find(String nonceHash) {
        return sql.one(
                "SELECT * FROM approval_button WHERE nonce_hash = ?",
                rs -> new ApprovalButton(
                        Columns.uuid(rs, "user_id"),
                        Columns.uuid(rs, "approval_id"),
                        rs.getBoolean("approve"),
                        Columns.instant(rs, "expires_at")),
                nonceHash);
    }

    /** The order is decided about: no button for it counts any more. */
    void spend(UUID userId, UUID approvalId) {
        sql.update("DELETE FROM approval_button WHERE user_id = ? AND approval_id = ?", userId, approvalId);
    }

    void forget(Instant expiredBefore) {
        sql.update("DELETE FROM approval_button WHERE expires_at < ?", expiredBefore);
    }
}
