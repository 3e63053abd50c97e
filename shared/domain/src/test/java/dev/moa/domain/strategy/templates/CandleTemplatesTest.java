package dev.moa.domain.strategy.templates;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.moa.domain.MarketData;
import dev.moa.domain.candle.Candle;
import dev.moa.domain.candle.CandleSeries;
import dev.moa.domain.strategy.Signal;
import dev.moa.domain.strategy.Strategy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Expected signals: the same rules in Python's decimal module with 50 digits, written apart from this code, over GOOG's days. */
class CandleTemplatesTest {
    @Test
    void rsiReversalAgreesWithAnIndependentCount() {
        check(StrategyTemplate.RSI_REVERSAL, 87, "EXIT 2004-09-21", "EXIT 2004-09-27", "EXIT 2013-02-20");
    }

    @Test
    void macdMomentumAgreesWithAnIndependentCount() {
        check(StrategyTemplate.MACD_MOMENTUM, 153, "EXIT 2004-11-05", "ENTER_LONG 2004-12-20", "EXIT 2013-02-25");
    }

    @Test
    void bollingerBreakoutAgreesWithAnIndependentCount() {
        check(
                StrategyTemplate.BOLLINGER_BREAKOUT,
                174,
                "ENTER_LONG 2004-09-29",
                "ENTER_LONG 2004-10-22",
                "ENTER_LONG 2013-02-01");
    }

    @Test
    void supertrendAgreesWithAnIndependentCount() {
        check(StrategyTemplate.SUPERTREND, 61, "ENTER_LONG 2004-09-16", "EXIT 2004-11-05", "ENTER_LONG 2013-01-23");
    }

    private static void check(StrategyTemplate template, int count, String first, String second, String last) {
        Strategy strategy = template.create(Map.of());
        CandleSeries series = new CandleSeries(strategy.candlesNeeded());
        List<String> seen = new ArrayList<>();
        for (Candle candle : MarketData.candles("us/GOOG.csv")) {
            series.add(candle);
            strategy.onCandle(series).ifPresent(signal -> seen.add(told(signal)));
        }
        assertEquals(
                List.of(count + "", first, second, last),
                List.of(seen.size() + "", seen.getFirst(), seen.get(1), seen.getLast()));
    }

    private static String told(Signal signal) {
        return signal.action() + " " + signal.at().toString().substring(0, 10);
    }
}
