package dev.moa.backtest.run;

import dev.moa.backtest.measure.Findings;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** The runs and who works on them. */
interface RunStore {

    /** Inserts a queued run; inside a transaction. */
    void add(UUID id, UUID userId, String name, RunPlan plan, Instant at);

    /** How many unfinished runs the person has; locks out their other requests until the transaction ends. */
    int unfinished(UUID userId);

    /** The queue has delivered it: a worker may take it. */
    void deliver(UUID id);

    /** Takes the oldest run that waits, or whose worker's lease has run out, for this long. */
    Optional<Claimed> claim(Duration lease, Instant at);

    /** Renews the lease and tells how far it is; false when the run is no longer this worker's or gone. */
    boolean renew(Claimed run, int progress, Duration lease);

    /** Stores what it found; false when the run is no longer this worker's or gone. */
    boolean complete(Claimed run, Findings findings, Instant at);

    /** Stores why it has nothing to tell; false as above. */
    boolean fail(Claimed run, String sentence, Instant at);

    /** Removes the person's run with everything it found; empty when they have none of this id. */
    Optional<Removed> remove(UUID userId, UUID id);

    /** @param unfinished whether it was still waiting or running */
    record Removed(String name, boolean unfinished) {}
}
