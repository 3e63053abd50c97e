package dev.moa.domain.order;

/** How long an order wants to wait. */
public enum TimeInForce {
    /** Until cancelled. */
    GTC,
    /** Until the end of the day (UTC) on which it was made. */
    DAY,
    /** Until the moment it names. */
    GTD,
    /** What can be filled at once; the rest expires. */
    IOC,
    /** All at once or nothing. */
    FOK;

    /** Whether it must be over at once. */
    public boolean isImmediate() {
        return this == IOC || this == FOK;
    }
}
