package dev.moa.trading.risk;

/** What the transaction of an account's lane writes along; given by the lane, so that risk need not know lanes. */
public interface RiskJournal {
    /** One more row of a statement. */
    void add(String sql, Object... row);

    /** The row of this key as it is now: only the last one given is written. */
    void set(String sql, Object key, Object... row);
}
