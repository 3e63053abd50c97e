package dev.moa.domain.performance;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A curve of bounded size: whenever it is full it forgets every second point and takes only half as many from then on. The first
 * point and the newest are always there. Mutable.
 */
public final class EquityCurve {
    private final int capacity;
    private final List<EquityPoint> points = new ArrayList<>();
    private EquityPoint newest;
    private long seen;
    private long stride = 1;

    /** @param capacity the most points it keeps, at least 2 */
    public EquityCurve(int capacity) {
        this.capacity = Math.max(2, capacity);
    }

    public void add(Instant at, BigDecimal equity) {
        newest = new EquityPoint(at, equity);
        if (seen++ % stride == 0) {
            points.add(newest);
            if (points.size() >= capacity) {
                thin();
            }
        }
    }

    private void thin() {
        for (int i = points.size() - 1 - (points.size() - 1) % 2; i >= 0; i -= 2) {
            if (i + 1 < points.size()) {
                points.remove(i + 1);
            }
        }
        stride *= 2;
    }

    /** The points, oldest first. */
    public List<EquityPoint> points() {
        List<EquityPoint> all = new ArrayList<>(points);
        if (newest != null && (all.isEmpty() || all.getLast() != newest)) {
            all.add(newest);
        }
        return List.copyOf(all);
    }
}
