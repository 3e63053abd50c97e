package dev.moa.backtest.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.moa.domain.performance.EquityPoint;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CurveSampleTest {
    private static List<EquityPoint> walk(int length) {
        Random random = new Random(length);
        List<EquityPoint> points = new ArrayList<>();
        long equity = 1_000_000;
        for (int i = 0; i < length; i++) {
            equity += random.nextInt(2_001) - 1_000;
            points.add(new EquityPoint(Instant.EPOCH.plusSeconds(60L * i), BigDecimal.valueOf(equity, 2)));
        }
        return points;
    }

    private static List<EquityPoint> sampled(List<EquityPoint> points, int most) {
        CurveSample sample = new CurveSample(most);
        points.forEach(point -> sample.add(point.at(), point.equity()));
        return sample.points();
    }

    @Test
    void aShortCurveIsKeptWhole() {
        for (int length : new int[] {1, 2, 3, 49}) {
            assertEquals(walk(length), sampled(walk(length), 100));
        }
        assertEquals(List.of(), sampled(List.of(), 100));
    }

    @Test
    void aLongCurveKeepsItsEndsAndExtremesAndOnlyRealPointsInOrder() {
        for (int length : new int[] {50, 99, 100, 101, 997, 12_345}) {
            List<EquityPoint> all = walk(length);
            List<EquityPoint> kept = sampled(all, 100);
            assertTrue(kept.size() <= 100, "points: " + kept.size());
            assertTrue(new HashSet<>(all).containsAll(kept));
            assertEquals(all.getFirst(), kept.getFirst());
            assertEquals(all.getLast(), kept.getLast());
            Comparator<EquityPoint> byEquity = Comparator.comparing(EquityPoint::equity);
            assertEquals(
                    all.stream().max(byEquity).orElseThrow().equity(),
                    kept.stream().max(byEquity).orElseThrow().equity());
            assertEquals(
                    all.stream().min(byEquity).orElseThrow().equity(),
                    kept.stream().min(byEquity).orElseThrow().equity());
            for (int i = 1; i < kept.size(); i++) {
                assertTrue(kept.get(i).at().isAfter(kept.get(i - 1).at()));
            }
        }
    }

    @Test
    void aFlatCurveNeedsFewPoints() {
        List<EquityPoint> flat = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            flat.add(new EquityPoint(Instant.EPOCH.plusSeconds(i), BigDecimal.TEN));
        }
        assertTrue(sampled(flat, 100).size() <= 51);
    }
}
