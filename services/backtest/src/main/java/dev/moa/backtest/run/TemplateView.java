package dev.moa.backtest.run;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.moa.domain.candle.Interval;
import dev.moa.domain.simulation.FillModel;
import dev.moa.domain.strategy.StrategySettings;
import dev.moa.domain.strategy.templates.Parameter;
import dev.moa.domain.strategy.templates.StrategyTemplate;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * A strategy that can be tried, with everything a form needs.
 *
 * @param parameters its own numbers
 * @param usesExits whether long_tp_pct and long_sl_pct act on what it buys
 * @param usesInvestment whether investment_pct says how much it buys
 * @param settings the numbers that all strategies have
 */
@Serdeable
record TemplateView(
        String indicatorId,
        String title,
        List<Field> parameters,
        List<Field> settings,
        boolean usesExits,
        boolean usesInvestment,
        List<String> timeframes,
        List<String> fills) {

    /**
     * One number: its default and its bounds, both included.
     *
     * @param standard null when it has to be given
     * @param decimals how many it may have, 0 for whole numbers
     */
    @Serdeable
    record Field(
            String name,
            @Nullable @JsonProperty("default") BigDecimal standard,
            BigDecimal min,
            BigDecimal max,
            boolean required,
            int decimals) {
        private static Field of(Parameter parameter) {
            return new Field(
                    parameter.name(),
                    parameter.standard(),
                    parameter.low(),
                    parameter.high(),
                    parameter.isRequired(),
                    parameter.decimals());
        }

        private static Field of(String name, BigDecimal standard, String min, String max) {
            return new Field(name, standard, new BigDecimal(min), new BigDecimal(max), false, 4);
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
                template.usesExitsOfSettings(),
                template.usesSizing(),
                Arrays.stream(Interval.values()).map(Interval::code).toList(),
                Arrays.stream(FillModel.Timing.values())
                        .map(timing -> timing.name().toLowerCase(Locale.ROOT))
                        .toList());
    }
}
