package dev.moa.domain.performance;

import static dev.moa.domain.Samples.T0;
import static dev.moa.domain.Samples.dec;
import static dev.moa.domain.Samples.price;
import static dev.moa.domain.Samples.qty;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.moa.domain.Samples;
import dev.moa.domain.order.Origin;
import dev.moa.domain.portfolio.ClosedTrade;
import dev.moa.domain.portfolio.Direction;
import dev.moa.domain.value.PositionId;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PerformanceMeterTest {
    /** Expected figures worked out by hand and, for the two Sharpe ratios, with Python's statistics module. */
    @Test
    void figuresAgreeWithAHandCalculation() {
        List<EquityPoint> week = List.of(
                at(0, "1000"),
                at(1, "1100"),
                at(2, "990"),
                at(3, "1045"),
                at(4, "1210"),
                at(5, "1149.5"),
                at(6, "1200"));

        Performance found = PerformanceMeter.of(
                dec("1000"), week, List.of(trade("300"), trade("-50"), trade("-25"), trade("0")), dec("7.5"));

        assertEquals(4, found.trades());
        assertEquals(1, found.wins());
        assertEquals(dec("25"), found.winRatePct());
        assertEquals(dec("4"), found.profitFactor());
        assertEquals(dec("56.25"), found.expectancy());
        assertEquals(dec("20"), found.totalReturnPct());
        assertEquals(dec("7.5"), found.fees());
        assertEquals(dec("10"), found.maxDrawdownPct());
        assertEquals(day(1), found.drawdownFrom());
        assertEquals(day(2), found.drawdownTo());
        assertEquals(dec("6.939087"), found.sharpe());
        assertEquals(dec("36077.903003"), found.sharpeGeometric());
    }

    @Test
    void whatHasNoMeaningIsNull() {
        Performance nothing = PerformanceMeter.of(dec("1000"), List.of(), List.of(), BigDecimal.ZERO);
        assertNull(nothing.winRatePct());
        assertNull(nothing.profitFactor());
        assertNull(nothing.sharpe());
        assertNull(nothing.cagrPct());
        assertNull(nothing.drawdownFrom());
        assertEquals(BigDecimal.ZERO, nothing.totalReturnPct());

        Performance flat = PerformanceMeter.of(
                dec("1000"), List.of(at(0, "1000"), at(1, "1000"), at(2, "1000")), List.of(), BigDecimal.ZERO);
        assertNull(flat.sharpe());
    }

    @Test
    void growthOfAYearIsItself() {
        Instant later = T0.plus(Duration.ofHours(8766));
        Performance found = PerformanceMeter.of(
                dec("1000"),
                List.of(new EquityPoint(T0, dec("1000")), new EquityPoint(later, dec("1250"))),
                List.of(),
                BigDecimal.ZERO);
        assertEquals(dec("25"), found.cagrPct());
    }

    @Test
    void aCurveStaysSmallAndKeepsItsEnds() {
        EquityCurve curve = new EquityCurve(100);
        IntStream.range(0, 12_345).forEach(i -> curve.add(Samples.minute(i), BigDecimal.valueOf(i)));

        List<EquityPoint> points = curve.points();

        assertEquals(true, points.size() <= 101 && points.size() >= 50);
        assertEquals(BigDecimal.ZERO, points.getFirst().equity());
        assertEquals(BigDecimal.valueOf(12_344), points.getLast().equity());
        BigDecimal stride = points.get(1).equity();
        for (int i = 1; i < points.size() - 1; i++) {
            assertEquals(
                    stride, points.get(i).equity().subtract(points.get(i - 1).equity()));
        }
    }

    private static Instant day(int n) {
        return T0.plus(Duration.ofDays(n));
    }

    private static EquityPoint at(int day, String equity) {
        return new EquityPoint(day(day), dec(equity));
    }

    private static ClosedTrade trade(String profit) {
        return new ClosedTrade(
                new PositionId(new UUID(0, 1)),
                Samples.BTC.id(),
                Direction.LONG,
                qty("1"),
                price("1000"),
                price("1000"),
                dec(profit),
                BigDecimal.ZERO,
                T0,
                T0,
                Origin.Kind.STRATEGY);
    }
}
