package dev.moa.notification.delivery;

import java.time.Instant;
import java.util.UUID;

/** How far one message is; {@code reason} is why it waits or was given up. */
public record DeliveryStatus(
        UUID notificationId, String channel, DeliveryState state, int tries, String reason, Instant finishedAt) {}
