package dev.moa.platform.outbox;

import java.util.UUID;

/** A message on its way to RabbitMQ: {@code key} is the routing key. */
record Letter(long id, UUID eventId, String key, String body) {}
