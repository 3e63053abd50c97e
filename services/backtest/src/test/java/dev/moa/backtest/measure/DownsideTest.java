package dev.moa.backtest.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class DownsideTest {
    private static BigDecimal sortino(String begin, String... equities) {
        Downside downside = new Downside();
        Instant day = Instant.parse(begin);
        for (String equity : equities) {
            downside.add(day, new BigDecimal("1"));
            downside.add(day.plus(Duration.ofHours(20)), new BigDecimal(equity));
            day = day.plus(Duration.ofDays(1));
        }
        return downside.sortino();
    }

    /** By hand: returns 10 %, -10 %, 20 %; mean 1/15; downside deviation sqrt(0.01/3); times sqrt(252). */
    @Test
    void isTheMeanByTheLossesOfAllDays() {
        assertEquals(new BigDecimal("18.330303"), sortino("2024-01-01T00:00:00Z", "100", "110", "99", "118.8"));
    }

    @Test
    void aWeekendMakesTheYearLonger() {
        assertEquals(new BigDecimal("22.060523"), sortino("2024-01-05T00:00:00Z", "100", "110", "99", "118.8"));
    }

    @Test
    void hasNoMeaningWithoutALossOrTwoReturns() {
        assertNull(sortino("2024-01-01T00:00:00Z", "100", "110", "120"));
        assertNull(sortino("2024-01-01T00:00:00Z", "100", "90"));
        assertNull(new Downside().sortino());
    }
}
