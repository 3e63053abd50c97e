package dev.moa.domain.candle;

import dev.moa.domain.value.InvalidValue;

/** The last closed candles of one instrument and interval, oldest forgotten first. Mutable; used by one thread. */
public final class CandleSeries {
    private final Candle[] ring;
    private long added;

    /** @param capacity how many candles are remembered, at least one */
    public CandleSeries(int capacity) {
        if (capacity < 1) {
            throw new InvalidValue("capacity", "must be at least 1");
        }
        this.ring = new Candle[capacity];
    }

    /** @throws InvalidValue when the candle does not come after the last one */
    public void add(Candle candle) {
        if (added > 0 && !candle.openTime().isAfter(last().openTime())) {
            throw new InvalidValue("candle", "at " + candle.openTime() + " does not come after " + last().openTime());
        }
        ring[(int) (added++ % ring.length)] = candle;
    }

    public Candle last() {
        return ago(0);
    }

    /** The candle {@code n} before the last one. @throws InvalidValue when it is not remembered */
    public Candle ago(int n) {
        if (n < 0 || n >= size()) {
            throw new InvalidValue("candle", n + " candles ago is not remembered");
        }
        return ring[(int) ((added - 1 - n) % ring.length)];
    }

    /** How many candles are remembered. */
    public int size() {
        return (int) Math.min(added, ring.length);
    }

    /** How many candles were ever added. */
    public long count() {
        return added;
    }

    public boolean isEmpty() {
        return added == 0;
    }
}
