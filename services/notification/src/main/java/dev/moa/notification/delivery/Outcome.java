package dev.moa.notification.delivery;

import java.time.Duration;

/** What became of one try. */
public sealed interface Outcome {

    record Sent() implements Outcome {}

    /** Definitely not delivered and never will be; the reason is shown to the person. */
    record Refused(String reason) implements Outcome {}

    /** Definitely not delivered, the other side asks to wait; does not count as a try. */
    record Wait(Duration duration, String reason) implements Outcome {}

    /** Not delivered, or nobody knows whether; tried again with growing pauses. */
    record Failed(boolean uncertain, String reason) implements Outcome {}
}
