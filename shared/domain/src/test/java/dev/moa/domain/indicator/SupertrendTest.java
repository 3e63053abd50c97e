package dev.moa.domain.indicator;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.moa.domain.candle.Candle;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SupertrendTest {
    /**
     * Expected values: the definition of TradingView's {@code ta.supertrend} in exact fractions (Python's fractions module), written
     * apart from this code, over StockCharts' 30 days of QQQ; length 5, factor 1. The sign tells the trend.
     */
    @Test
    void agreesWithExactFractions() {
        Supertrend trend = new Supertrend(5, BigDecimal.ONE);
        List<String> seen = new ArrayList<>();
        for (Candle candle : PublishedValuesTest.Qqq.candles()) {
            trend.add(candle);
            if (trend.isReady()) {
                seen.add((trend.isRising() ? "+" : "-") + PublishedValuesTest.rounded(trend.value(), 4));
            }
        }
        assertEquals(
                "-49.1460 -49.1460 -49.1460 +48.5969 +49.1835 +49.5448 -50.2342 -49.8913 -49.8913 +49.4013 +49.4013 +49.7020"
                        + " +49.9026 -50.5219 -49.9965 +49.2248 +49.2248 +49.2248 -49.7402 -49.0742 -47.0923 -47.0923"
                        + " +45.2936 +45.7479 +46.4543 +46.5874",
                String.join(" ", seen));
    }
}
