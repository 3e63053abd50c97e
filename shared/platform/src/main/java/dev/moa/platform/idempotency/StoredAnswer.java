package dev.moa.platform.idempotency;

/**
 * An answer given before.
 *
 * @param refused whether {@code body} describes a refusal instead of being the body itself
 * @param body JSON, or null for an answer without a body
 */
public record StoredAnswer(int status, String body, boolean refused) {}
