package dev.moa.notification.delivery;

import java.util.UUID;

/**
 * A message to one address of one channel.
 *
 * @param notificationId what it tells of, null for an answer to a command
 * @param text as the channel wants it, escaped
 */
public record DeliveryDraft(UUID userId, UUID notificationId, String address, String text) {}
