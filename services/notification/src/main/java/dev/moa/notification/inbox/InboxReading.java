package dev.moa.notification.inbox;

import dev.moa.notification.delivery.Deliveries;
import dev.moa.notification.delivery.DeliveryStatus;
import dev.moa.platform.page.Page;
import dev.moa.platform.page.PageRequest;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** A person's inbox, newest first, with what became of each message outside. */
@Singleton
class InboxReading {
    private final NotificationStore store;
    private final Deliveries deliveries;

    InboxReading(NotificationStore store, Deliveries deliveries) {
        this.store = store;
        this.deliveries = deliveries;
    }

    Page<NotificationView> page(UUID userId, PageRequest request) {
        Page<Notification> page = Page.of(store.list(userId, request), request, Notification::id);
        Map<UUID, List<DeliveryStatus>> sent =
                deliveries.of(page.items().stream().map(Notification::id).toList()).stream()
                        .collect(Collectors.groupingBy(DeliveryStatus::notificationId));
        return page.map(
                notification -> NotificationView.of(notification, sent.getOrDefault(notification.id(), List.of())));
    }
}
