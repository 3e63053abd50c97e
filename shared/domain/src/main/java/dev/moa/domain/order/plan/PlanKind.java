package dev.moa.domain.order.plan;

/** What a plan does. */
public enum PlanKind {
    /** A limit and a stop of which only one trades. */
    OCO,
    /** An entry, and for what it bought or sold short a target and a stop of which only one trades. */
    BRACKET,
    /** A large limit order that shows only a part at a time. */
    ICEBERG,
    /** Several entries at steps of price or time. */
    DCA
}
