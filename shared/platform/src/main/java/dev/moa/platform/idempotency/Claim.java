package dev.moa.platform.idempotency;

import java.util.UUID;

/** One use of a key: whose, for which call ({@code POST /api/v1/…}), and the hash of the canonical body. */
public record Claim(UUID userId, String route, String key, String bodyHash) {}
