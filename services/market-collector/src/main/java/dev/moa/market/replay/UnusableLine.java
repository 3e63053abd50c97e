package dev.moa.market.replay;

/** A line of a replay file that says nothing usable, and why. */
final class UnusableLine extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnusableLine(String reason) {
        super(reason, null, false, false);
    }
}
