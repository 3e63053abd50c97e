package dev.moa.auth.signin;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

interface RefreshTokenStore {

    void insert(byte[] tokenHash, UUID sessionId, Instant issuedAt, Instant expiresAt);

    Optional<Issued> find(byte[] tokenHash);

    void markSpent(byte[] tokenHash, Instant now);

    /** One link of a session's chain of refresh tokens; {@code spentAt} is null for the newest. */
    record Issued(UUID sessionId, Instant expiresAt, Instant spentAt) {}
}
