package dev.moa.broker;

/**
 * How a gateway hears from its venue.
 *
 * @param up whether it hears now
 * @param doubts grows whenever something may have been missed or was not understood: each connection made, each message about
 *     an order that nobody knows. Whoever reconciles does so again when it has grown
 * @param why in words for people, why it does not hear; empty while it does
 */
public record Link(boolean up, long doubts, String why) {
    /** Of a venue inside this process. */
    public static final Link ALWAYS = new Link(true, 1, "");
}
