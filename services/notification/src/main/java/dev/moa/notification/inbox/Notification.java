package dev.moa.notification.inbox;

import dev.moa.notification.preference.Kind;
import java.time.Instant;
import java.util.UUID;

/**
 * Something a person was told.
 *
 * @param eventId the fact it tells of
 * @param subject id of the thing it is about: an order, a signal, a run, a session
 */
record Notification(
        UUID id, UUID userId, UUID eventId, Kind kind, String title, String text, String subject, Instant createdAt) {}
