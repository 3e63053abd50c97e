package dev.moa.domain.risk;

/** What may be ordered at a level; later is stricter. Orders that only reduce a position pass in every state. */
public enum RiskState {
    /** Everything within the limits. */
    ACTIVE,
    /** Nothing may be opened or enlarged. */
    REDUCE_ONLY,
    /** Stopped as a whole: nothing but exits, until it is lifted. */
    HALTED;

    /** The stricter of the two. */
    public RiskState stricter(RiskState other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
