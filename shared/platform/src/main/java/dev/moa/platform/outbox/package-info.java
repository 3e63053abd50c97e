/**
 * Facts between services: written with the state they describe, relayed to RabbitMQ, consumed once. RabbitMQ is only a
 * doorbell; what it loses the consumers read from the producers' {@code outbox_v1}.
 */
package dev.moa.platform.outbox;
