package dev.moa.domain.performance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.math.BigDecimal;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TradeTotalsTest {
    private static TradeTotals of(String... profits) {
        return Stream.of(profits).map(BigDecimal::new).reduce(TradeTotals.NONE, TradeTotals::plus, TradeTotals::plus);
    }

    /** By hand: wins 300 and 100, losses 50 and 30, one at zero. */
    @Test
    void figuresFollowFromSums() {
        TradeTotals totals = of("300", "-50", "0", "100", "-30");
        assertEquals(new BigDecimal("40"), totals.winRatePct());
        assertEquals(new BigDecimal("5"), totals.profitFactor());
        assertEquals(new BigDecimal("64"), totals.expectancy());
        assertEquals(new BigDecimal("200"), totals.averageWin());
        assertEquals(new BigDecimal("40"), totals.averageLoss());
        assertEquals(new BigDecimal("5"), totals.payoffRatio());
        assertEquals(new BigDecimal("320"), totals.profit());
    }

    @Test
    void whatHasNoMeaningIsNull() {
        assertNull(TradeTotals.NONE.winRatePct());
        assertNull(TradeTotals.NONE.expectancy());
        assertNull(of("5").profitFactor());
        assertNull(of("5").payoffRatio());
        assertNull(of("-5").payoffRatio());
    }

    @Test
    void sumsMayBeAddedAndConverted() {
        TradeTotals both = of("300", "-50").plus(of("-1").times(new BigDecimal("1390.5")));
        assertEquals(3, both.trades());
        assertEquals(new BigDecimal("-1140.5"), both.profit());
    }
}
