package dev.moa.notification.live;

import java.util.UUID;

/**
 * An event of a person's private stream before it has its number.
 *
 * @param eventId the fact it comes from
 * @param body JSON
 */
public record LiveDraft(UUID eventId, String channel, String event, String body) {}
