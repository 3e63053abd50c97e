package dev.moa.backtest.run;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.moa.domain.candle.Interval;
import dev.moa.domain.simulation.FillModel;
import dev.moa.domain.strategy.StrategySettings;
import dev.moa.domain.strategy.templates.StrategyTemplate;
import io.micronaut.serde.annotation.Serdeable;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * A strategy that can be tried, with everything a form needs.
 *
 * @param parameters its own numbers, whole ones
 * @param settings the numbers that all strategies have
 */
@Serdeable
record TemplateView(
        String indicatorId,
        String title,
        List<Field> parameters,
        List<Field> settings,
        List<String> timeframes,
        List<String> fills) {

    /** One number: its default and its bounds, both included. */
    @Serdeable
    record Field(String name, @JsonProperty("default") BigDecimal standard, BigDecimal min, BigDecimal max) {
        private static Field of(StrategyTemplate.Parameter parameter) {
            return new Field(
                    parameter.name(),
                    BigDecimal.valueOf(parameter.standard()),
                    BigDecimal.valueOf(parameter.low()),
                    BigDecimal.valueOf(parameter.high()));
        }

        private static Field of(String name, BigDecimal standard, String min, String max) {
            return new Field(name, standard, new BigDecimal(min), new BigDecimal(max));
        }
    }

    static List<TemplateView> all() {
        return Arrays.stream(StrategyTemplate.values()).map(TemplateView::of).toList();
    }

    private static TemplateView of(StrategyTemplate template) {
        StrategySettings standard = StrategySettings.DEFAULT;
        return new TemplateView(
                template.id(),
                template.title(),
                template.parameters().stream().map(Field::of).toList(),
                List.of(
                        Field.of("investment_pct", standard.investmentPct().value(), "1", "100"),
                        Field.of("long_tp_pct", standard.longTakeProfitPct().value(), "0.1", "100"),
                        Field.of("long_sl_pct", standard.longStopLossPct().value(), "0.1", "100"),
                        Field.of("slippage_bp", FillModel.NEXT_OPEN.slippageBp(), "0", "1000")),
                Arrays.stream(Interval.values()).map(Interval::code).toList(),
                Arrays.stream(FillModel.Timing.values())
                        .map(timing -> timing.name().toLowerCase(Locale.ROOT))
                        .toList());
    }
}
