package dev.moa.backtest.measure;

import dev.moa.domain.performance.EquityPoint;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * An equity curve thinned to a bounded number of points of which every one was really there: the first, the last, and of each
 * stretch the lowest and the highest, so that no extreme is lost. Constant memory.
 */
final class CurveSample {
    private final int most;
    private final List<Stretch> stretches = new ArrayList<>();
    private EquityPoint first;
    private EquityPoint last;
    private long length = 1;

    /** @param points the most points it keeps, at least 4 */
    CurveSample(int points) {
        this.most = (points - 2) / 2;
    }

    void add(Instant at, BigDecimal equity) {
        last = new EquityPoint(at, equity);
        if (first == null) {
            first = last;
        }
        if (stretches.isEmpty() || stretches.getLast().count >= length) {
            if (stretches.size() == most) {
                halve();
            }
            if (stretches.isEmpty() || stretches.getLast().count >= length) {
                stretches.add(new Stretch(last));
                return;
            }
        }
        stretches.getLast().add(last);
    }

    private void halve() {
        List<Stretch> joined = new ArrayList<>();
        for (int i = 0; i < stretches.size(); i += 2) {
            Stretch stretch = stretches.get(i);
            if (i + 1 < stretches.size()) {
                stretch.join(stretches.get(i + 1));
            }
            joined.add(stretch);
        }
        stretches.clear();
        stretches.addAll(joined);
        length *= 2;
    }

    /** Oldest first. */
    List<EquityPoint> points() {
        List<EquityPoint> points = new ArrayList<>();
        append(points, first);
        for (Stretch stretch : stretches) {
            boolean lowFirst = !stretch.low.at().isAfter(stretch.high.at());
            append(points, lowFirst ? stretch.low : stretch.high);
            append(points, lowFirst ? stretch.high : stretch.low);
        }
        append(points, last);
        return points;
    }

    private static void append(List<EquityPoint> points, EquityPoint point) {
        if (point != null
                && (points.isEmpty() || point.at().isAfter(points.getLast().at()))) {
            points.add(point);
        }
    }

    private static final class Stretch {
        private EquityPoint low;
        private EquityPoint high;
        private long count = 1;

        Stretch(EquityPoint only) {
            low = only;
            high = only;
        }

        void add(EquityPoint point) {
            widen(point, point);
            count++;
        }

        void join(Stretch next) {
            widen(next.low, next.high);
            count += next.count;
        }

        private void widen(EquityPoint lower, EquityPoint higher) {
            if (lower.equity().compareTo(low.equity()) < 0) {
                low = lower;
            }
            if (higher.equity().compareTo(high.equity()) > 0) {
                high = higher;
            }
        }
    }
}
