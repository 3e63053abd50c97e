package dev.moa.auth.invite;

import java.time.Instant;
import java.util.UUID;

/**
 * A seat in this installation that somebody may take once.
 *
 * @param emailKey when not null, only this address may take it
 * @param usedBy null while it is open
 */
public record Invite(
        UUID inviteId,
        String role,
        String emailKey,
        UUID createdBy,
        Instant createdAt,
        Instant expiresAt,
        UUID usedBy) {

    boolean isFor(String otherEmailKey) {
        return emailKey == null || emailKey.equals(otherEmailKey);
    }
}
