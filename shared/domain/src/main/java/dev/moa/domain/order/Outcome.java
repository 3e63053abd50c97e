package dev.moa.domain.order;

/** What an event did to an order. */
public enum Outcome {
    /** Its status, terms or fills changed. */
    CHANGED,
    /** It told nothing new. */
    SAME,
    /** A fill that was already counted. */
    DUPLICATE_FILL,
    /** It cannot be true of this order. Nothing changed; record it, raise the alarm, reconcile the order. */
    ERROR
}
