package dev.moa.domain.order.plan;

/** Where a plan stands. */
public enum PlanState {
    ACTIVE,
    /** Its owner wants it gone: open orders are being cancelled. */
    ENDING,
    DONE,
    CANCELLED,
    /** It could not be carried out; the alarm says why. */
    FAILED;

    public boolean isOpen() {
        return this == ACTIVE || this == ENDING;
    }
}
