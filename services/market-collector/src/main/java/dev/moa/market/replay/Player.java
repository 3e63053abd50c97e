package dev.moa.market.replay;

import java.io.IOException;
import java.time.Duration;

/** Plays a file once from beginning to end, so much later than it happened. */
interface Player {
    /** Answers how much later the next round must begin; null when there was no good line. */
    Duration playOnce(Duration later) throws IOException, InterruptedException;

    /** Closes what is unfinished. */
    void finish();
}
