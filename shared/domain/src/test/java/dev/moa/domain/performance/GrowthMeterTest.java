package dev.moa.domain.performance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class GrowthMeterTest {
    private static final LocalDate DAY = LocalDate.parse("2026-03-01");

    /** Investopedia, "Time-Weighted Rate of Return": two investors, one adds 100,000, one takes it out, both earned 9.79 %. */
    @Test
    void depositsAndWithdrawalsDoNotChangeWhatWasEarned() {
        GrowthMeter adds = new GrowthMeter(new BigDecimal("1000000"));
        adds.add(day(0, "1162484", "0", "0"));
        adds.add(day(1, "1192328", "100000", "0"));
        assertEquals(new BigDecimal("9.79"), twoDecimals(adds.result().timeWeightedPct()));

        GrowthMeter takes = new GrowthMeter(new BigDecimal("1000000"));
        takes.add(day(0, "1062484", "0", "100000"));
        takes.add(day(1, "1003440", "0", "0"));
        assertEquals(new BigDecimal("9.79"), twoDecimals(takes.result().timeWeightedPct()));
    }

    /** CFA Program curriculum: 15 % and 6.67 %, linked 10.8 % a year, where the money-weighted return is 9.39 %. */
    @Test
    void agreesWithTheCfaExample() {
        GrowthMeter meter = new GrowthMeter(new BigDecimal("200"));
        assertEquals(0, new BigDecimal("0.15").compareTo(meter.add(day(0, "225", "0", "5"))));
        assertEquals(
                new BigDecimal("0.066667"),
                meter.add(day(1, "470", "225", "10")).setScale(6, RoundingMode.HALF_EVEN));
        double yearly = 100 * (Math.sqrt(meter.index().doubleValue()) - 1);
        assertEquals(10.8, yearly, 0.05);
    }

    /** Expected figures by Python's statistics module. */
    @Test
    void ratiosAgreeWithAnIndependentCalculation() {
        GrowthMeter meter = new GrowthMeter(new BigDecimal("1000000"));
        String[] equity = {"1001000", "1000500", "999000", "1002000", "1003500", "1003000"};
        for (int i = 0; i < equity.length; i++) {
            meter.add(day(i, equity[i], "0", "0"));
        }

        Growth found = meter.result();

        assertEquals(new BigDecimal("0.3"), found.timeWeightedPct());
        assertEquals(new BigDecimal("19.988629"), found.annualReturnPct());
        assertEquals(new BigDecimal("3.139449"), found.annualVolatilityPct());
        assertEquals(new BigDecimal("5.818939"), found.sharpe());
        assertEquals(new BigDecimal("6.366923"), found.sharpeGeometric());
        assertEquals(new BigDecimal("14.135618"), found.sortino());
        assertEquals(new BigDecimal("15.466803"), found.sortinoGeometric());
        assertEquals(new BigDecimal("100.04309"), found.calmar());
        assertEquals(new BigDecimal("20.003606"), found.cagrPct());
        assertEquals(DAY, found.drawdown().peakAt());
        assertEquals(DAY.plusDays(2), found.drawdown().troughAt());
        assertEquals(DAY.plusDays(3), found.drawdown().recoveredAt());
        assertEquals(new BigDecimal("0"), found.exposurePct());
    }

    @Test
    void aDepositHidesNoDrawdown() {
        GrowthMeter meter = new GrowthMeter(new BigDecimal("1000"));
        meter.add(day(0, "900", "0", "0"));
        meter.add(day(1, "1400", "500", "0"));
        Growth found = meter.result();
        assertEquals(0, new BigDecimal("0.1").compareTo(found.drawdown().depth()));
        assertNull(found.drawdown().recoveredAt());
        assertEquals(new BigDecimal("-10"), found.timeWeightedPct());
    }

    @Test
    void theFirstPurseIsNoProfitAndAnEmptyAccountHasNoReturn() {
        GrowthMeter meter = new GrowthMeter(BigDecimal.ZERO);
        assertNull(meter.add(day(0, "0", "0", "0")));
        assertNull(meter.result().timeWeightedPct());
        assertEquals(0, meter.add(day(1, "1000", "1000", "0")).signum());
        assertEquals(BigDecimal.ZERO, meter.result().timeWeightedPct());
        assertNull(meter.result().sharpe());
    }

    @Test
    void losingEverythingIsMinusAHundredPercent() {
        GrowthMeter meter = new GrowthMeter(new BigDecimal("1000"));
        meter.add(day(0, "-5", "0", "0"));
        meter.add(day(1, "500", "500", "0"));
        assertEquals(new BigDecimal("-100"), meter.result().timeWeightedPct());
        assertNull(meter.result().cagrPct());
    }

    @Test
    void exposureIsTheAverageShareInvested() {
        GrowthMeter meter = new GrowthMeter(new BigDecimal("1000"));
        meter.add(new DayValue(DAY, dec("1000"), dec("0"), dec("0"), dec("500")));
        meter.add(day(1, "1000", "0", "0"));
        assertEquals(new BigDecimal("25"), meter.result().exposurePct());
        assertEquals(new BigDecimal("50"), meter.result().inMarketPct());
    }

    private static DayValue day(int n, String equity, String deposits, String withdrawals) {
        return new DayValue(DAY.plusDays(n), dec(equity), dec(deposits), dec(withdrawals), BigDecimal.ZERO);
    }

    private static BigDecimal dec(String number) {
        return new BigDecimal(number);
    }

    private static BigDecimal twoDecimals(BigDecimal number) {
        return number.setScale(2, RoundingMode.HALF_EVEN);
    }
}
