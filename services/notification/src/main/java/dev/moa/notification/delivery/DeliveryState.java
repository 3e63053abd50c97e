package dev.moa.notification.delivery;

/** PENDING until it was SENT, or given up: DEAD. */
public enum DeliveryState {
    PENDING,
    SENT,
    DEAD
}
