package dev.moa.auth.session;

import dev.moa.platform.identity.SessionState;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * One signed-in device (or our bot acting for a person), with what its owner may do right now.
 *
 * @param expiresAt moved on by each refresh
 * @param lastDay no refresh moves beyond it
 * @param endedAt null while it lives
 */
public record Session(
        UUID sessionId,
        UUID accountId,
        Device device,
        Instant createdAt,
        Instant lastSeenAt,
        Instant expiresAt,
        Instant lastDay,
        Instant endedAt,
        Owner owner) {

    public boolean isAliveAt(Instant now) {
        return endedAt == null && now.isBefore(expiresAt);
    }

    Session prolongedTo(Instant seenAt, Instant until) {
        return new Session(sessionId, accountId, device, createdAt, seenAt, until, lastDay, endedAt, owner);
    }

    SessionState state() {
        return new SessionState(
                accountId,
                owner.username(),
                owner.role(),
                owner.permissions(),
                endedAt == null ? "alive" : "ended",
                expiresAt);
    }

    /** What is known of the other side. */
    public record Device(String kind, String delivery, String address, String userAgent) {}

    /** The account as it is now, not as it was at the sign-in. */
    public record Owner(String username, String role, List<String> permissions) {}
}
