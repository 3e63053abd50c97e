package dev.moa.domain.strategy.templates;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.moa.domain.strategy.StrategySettings;
import dev.moa.domain.value.InvalidValue;
import dev.moa.domain.value.Percent;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StrategyTemplateTest {
    private final StrategyTemplate ema = StrategyTemplate.of("ema_crossover");

    @Test
    void whatIsLeftOutTakesItsDefault() {
        assertEquals(numbers("fast", "12", "slow", "26"), ema.checked(Map.of()));
        assertEquals(numbers("fast", "5", "slow", "26"), ema.checked(Map.of("fast", new BigDecimal("5.0"))));
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

    private static Map<String, BigDecimal> numbers(String one, String first, String other, String second) {
        return Map.of(one, new BigDecimal(first), other, new BigDecimal(second));
    }

    @Test
    void everyTemplateOfTheInterfaceIsThereAndStatesItsCandles() {
        Map<String, BigDecimal> grid =
                Map.of("lower", BigDecimal.ONE, "upper", BigDecimal.TEN, "amount", BigDecimal.valueOf(100));
        List<String> told = Arrays.stream(StrategyTemplate.values())
                .map(template -> template.id() + " "
                        + template.create(template == StrategyTemplate.GRID ? grid : Map.of())
                                .candlesNeeded())
                .toList();
        assertEquals(
                List.of(
                        "ema_crossover 26",
                        "rsi_reversal 15",
                        "macd_momentum 34",
                        "bollinger_breakout 20",
                        "supertrend 10",
                        "dca 1",
                        "grid 1",
                        "rebalance 1"),
                told);
    }

    @Test
    void decimalParametersHaveRangesAndRequiredOnesNoDefault() {
        StrategyTemplate bands = StrategyTemplate.of("bollinger_breakout");
        assertEquals(numbers("length", "20", "width", "2.5"), bands.checked(Map.of("width", new BigDecimal("2.50"))));
        assertEquals("width", refusedBy(bands, Map.of("width", new BigDecimal("10.1"))));
        assertEquals("width", refusedBy(bands, Map.of("width", new BigDecimal("2.00001"))));
        assertEquals(
                "oversold", refusedBy(StrategyTemplate.RSI_REVERSAL, numbers("oversold", "50", "overbought", "50")));
        assertEquals("lower", refusedBy(StrategyTemplate.GRID, Map.of()));
        assertEquals(
                "upper",
                refusedBy(
                        StrategyTemplate.GRID,
                        Map.of("lower", BigDecimal.TEN, "upper", BigDecimal.TEN, "amount", BigDecimal.ONE)));
    }

    private static String refusedBy(StrategyTemplate template, Map<String, BigDecimal> parameters) {
        return assertThrows(InvalidValue.class, () -> template.checked(parameters))
                .field();
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
