package dev.moa.domain.order;

/**
 * What an event made of an order.
 *
 * @param before the order as it was
 * @param order the order as it is now; the same object as {@code before} unless the outcome is CHANGED
 * @param alarm whether a person should look: the event was impossible, or a true surprise such as a fill after a cancel
 */
public record Transition(Order before, Order order, OrderEvent event, Outcome outcome, boolean alarm) {
    public boolean changed() {
        return outcome == Outcome.CHANGED;
    }

    /** Whether the status itself is another one now. */
    public boolean moved() {
        return before.status() != order.status();
    }

    /** The fill that this event newly counted, or null. */
    public Fill fill() {
        return changed() && event instanceof OrderEvent.Filled filled ? filled.fill() : null;
    }
}
