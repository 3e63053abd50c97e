package dev.moa.notification.inbox;

import dev.moa.notification.delivery.DeliveryStatus;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** {@code kind} as in the preferences; {@code subject} is the id of the order, signal, run or session it tells of. */
@Serdeable
record NotificationView(
        UUID notificationId,
        String kind,
        String title,
        String text,
        String subject,
        Instant createdAt,
        List<DeliveryView> deliveries) {

    static NotificationView of(Notification notification, List<DeliveryStatus> sent) {
        return new NotificationView(
                notification.id(),
                notification.kind().word(),
                notification.title(),
                notification.text(),
                notification.subject(),
                notification.createdAt(),
                sent.stream().map(DeliveryView::of).toList());
    }

    /** {@code state} is pending, sent or dead; {@code reason} tells why it waits or was given up. */
    @Serdeable
    record DeliveryView(
            String channel,
            String state,
            int tries,
            @Nullable String reason,
            @Nullable Instant finishedAt) {

        static DeliveryView of(DeliveryStatus status) {
            return new DeliveryView(
                    status.channel(),
                    status.state().name().toLowerCase(Locale.ROOT),
                    status.tries(),
                    status.reason(),
                    status.finishedAt());
        }
    }
}
