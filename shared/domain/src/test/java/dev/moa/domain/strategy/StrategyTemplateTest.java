package dev.moa.domain.strategy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.moa.domain.value.InvalidValue;
import dev.moa.domain.value.Percent;
import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StrategyTemplateTest {
    private final StrategyTemplate ema = StrategyTemplate.of("ema_crossover");

    @Test
    void whatIsLeftOutTakesItsDefault() {
        assertEquals(Map.of("fast", 12, "slow", 26), ema.checked(Map.of()));
        assertEquals(Map.of("fast", 5, "slow", 26), ema.checked(Map.of("fast", BigDecimal.valueOf(5))));
        assertEquals(
                50, ema.create(Map.of("slow_length", BigDecimal.valueOf(50))).candlesNeeded());
    }

    @Test
    void wrongParametersAreRefusedByName() {
        assertEquals("fast", refused(Map.of("fast", new BigDecimal("2.5"))));
        assertEquals("fast", refused(Map.of("fast", new BigDecimal("1e30"))));
        assertEquals("slow", refused(Map.of("slow", BigDecimal.ONE)));
        assertEquals("fast", refused(Map.of("fast", BigDecimal.valueOf(30))));
        assertEquals("parameters", refused(Map.of("colour", BigDecimal.ONE)));
        assertEquals(
                "indicator_id",
                assertThrows(InvalidValue.class, () -> StrategyTemplate.of("luck"))
                        .field());
    }

    @Test
    void settingsStayInTheRangesOfTheInterface() {
        assertEquals("investment_pct", refusedSettings("0.9", "5", "2"));
        assertEquals("investment_pct", refusedSettings("100.1", "5", "2"));
        assertEquals("long_tp_pct", refusedSettings("10", "0.09", "2"));
        assertEquals("long_sl_pct", refusedSettings("10", "5", "101"));
    }

    private String refused(Map<String, BigDecimal> parameters) {
        return assertThrows(InvalidValue.class, () -> ema.create(parameters)).field();
    }

    private static String refusedSettings(String investment, String target, String stop) {
        return assertThrows(
                        InvalidValue.class,
                        () -> StrategySettings.longOnly(Percent.of(investment), Percent.of(target), Percent.of(stop)))
                .field();
    }
}
