package dev.moa.domain.performance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MoneyWeightedTest {
    /** The worked example in Microsoft's description of Excel's XIRR: 0.373362535. */
    @Test
    void agreesWithTheSpreadsheetExample() {
        MoneyWeighted found = MoneyWeighted.of(List.of(
                flow("2008-01-01", "-10000"),
                flow("2008-03-01", "2750"),
                flow("2008-10-30", "4250"),
                flow("2009-02-15", "3250"),
                flow("2009-04-01", "2750")));
        assertEquals(new BigDecimal("37.336253"), found.ratePct().setScale(6, RoundingMode.DOWN));
        assertNull(found.reason());
    }

    /** CFA Program curriculum, quantitative methods: a share at 200, one more at 225 a year later, 5 dividend each year, sold at 235. */
    @Test
    void agreesWithTheCfaExample() {
        MoneyWeighted found = MoneyWeighted.of(
                List.of(flow("2021-01-01", "-200"), flow("2022-01-01", "-220"), flow("2023-01-01", "480")));
        assertEquals(new BigDecimal("9.39"), found.ratePct().setScale(2, RoundingMode.HALF_EVEN));
    }

    @Test
    void aShortPeriodIsAlsoToldAsItIs() {
        MoneyWeighted found = MoneyWeighted.of(List.of(flow("2026-01-01", "-1000"), flow("2026-01-11", "1010")));
        assertEquals(new BigDecimal("1"), found.periodPct());
        assertEquals(new BigDecimal("43.790483"), found.ratePct(), "1.01 to the power of 36.5");
    }

    @ParameterizedTest
    @CsvSource({
        "-1000, 1000, 0",
        "-1000, 500, -50",
        "-1000, 0.001, -99.9999",
        "-1, 1000000, 99999900",
    })
    void aYearWithOneFlowInAndOneOutIsTheirRatio(String in, String out, String rate) {
        MoneyWeighted found = MoneyWeighted.of(List.of(flow("2025-01-01", in), flow("2026-01-01", out)));
        assertEquals(
                0,
                new BigDecimal(rate)
                        .subtract(found.ratePct())
                        .setScale(3, RoundingMode.HALF_EVEN)
                        .signum());
    }

    @Test
    void whatHasNoRateSaysWhy() {
        assertEquals("no_flows", MoneyWeighted.of(List.of()).reason());
        assertEquals(
                "no_flows", MoneyWeighted.of(List.of(flow("2025-01-01", "0"))).reason());
        assertEquals(
                "one_day",
                MoneyWeighted.of(List.of(flow("2025-01-01", "-1"), flow("2025-01-01", "2")))
                        .reason());
        assertEquals(
                "one_direction",
                MoneyWeighted.of(List.of(flow("2025-01-01", "-1"), flow("2025-03-01", "-2")))
                        .reason());
        assertEquals(
                "no_rate",
                MoneyWeighted.of(List.of(
                                flow("2025-01-01", "-100"), flow("2026-01-01", "150"), flow("2027-01-01", "-100")))
                        .reason());
    }

    private static CashFlow flow(String day, String amount) {
        return new CashFlow(LocalDate.parse(day), new BigDecimal(amount));
    }
}
