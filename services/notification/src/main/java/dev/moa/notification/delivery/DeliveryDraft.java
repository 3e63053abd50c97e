package dev.moa.notification.delivery;

import java.util.UUID;

/**
 * A message to one address of one channel.
 *
 * @param notificationId what it tells of, null for an answer to a command
 * @param text as the channel wants it, escaped
 * @param buttons under it, as the channel wants them; null for none
 */
public record DeliveryDraft(UUID userId, UUID notificationId, String address, String text, String buttons) {
    public DeliveryDraft(UUID userId, UUID notificationId, String address, String text) {
        this(userId, notificationId, address, text, null);
    }

    /** The same with buttons under it. */
    public DeliveryDraft with(String newButtons) {
        return new DeliveryDraft(userId, notificationId, address, text, newButtons);
    }
}
