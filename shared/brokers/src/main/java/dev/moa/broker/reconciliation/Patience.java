package dev.moa.broker.reconciliation;

import java.time.Duration;

/**
 * How long what differs may go on before it counts.
 *
 * @param quiet an order whose last event is younger is left alone: its answers are on their way
 * @param absence how long an order must be absent at a venue that never takes a name twice
 * @param untold how long a venue may count a trade that it does not tell
 * @param confirm how far apart the two readings are that a difference needs; streams and lists disagree for a moment
 */
public record Patience(Duration quiet, Duration absence, Duration untold, Duration confirm) {
    /** As reliability.md says. */
    public static final Patience STANDARD =
            new Patience(Duration.ofSeconds(5), Duration.ofSeconds(30), Duration.ofSeconds(30), Duration.ofSeconds(2));

    /** An absence needs so many readings. */
    static final int READINGS = 3;
}
