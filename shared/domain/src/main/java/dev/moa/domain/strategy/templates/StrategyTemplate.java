package dev.moa.domain.strategy.templates;

import static dev.moa.domain.strategy.templates.Parameter.decimal;
import static dev.moa.domain.strategy.templates.Parameter.money;
import static dev.moa.domain.strategy.templates.Parameter.whole;

import dev.moa.domain.strategy.Strategy;
import dev.moa.domain.value.InvalidValue;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A strategy that people can choose by name and set up with parameters. */
public enum StrategyTemplate {
    EMA_CROSSOVER("ema_crossover", "EMA crossover", List.of(whole("fast", 12, 1, 500), whole("slow", 26, 2, 1000))) {
        @Override
        Strategy build(Values values) {
            return new EmaCrossover(values.whole("fast"), values.whole("slow"));
        }
    },
    RSI_REVERSAL(
            "rsi_reversal",
            "RSI reversal",
            List.of(
                    whole("length", 14, 2, 200),
                    decimal("oversold", "30", "1", "50"),
                    decimal("overbought", "70", "50", "99"))) {
        @Override
        Strategy build(Values values) {
            return new RsiReversal(values.whole("length"), values.decimal("oversold"), values.decimal("overbought"));
        }
    },
    MACD_MOMENTUM(
            "macd_momentum",
            "MACD momentum",
            List.of(whole("fast", 12, 1, 500), whole("slow", 26, 2, 1000), whole("signal", 9, 1, 200))) {
        @Override
        Strategy build(Values values) {
            return new MacdMomentum(values.whole("fast"), values.whole("slow"), values.whole("signal"));
        }
    },
    BOLLINGER_BREAKOUT(
            "bollinger_breakout",
            "Bollinger breakout",
            List.of(whole("length", 20, 2, 500), decimal("width", "2", "0.1", "10"))) {
        @Override
        Strategy build(Values values) {
            return new BollingerBreakout(values.whole("length"), values.decimal("width"));
        }
    },
    SUPERTREND("supertrend", "Supertrend", List.of(whole("length", 10, 1, 200), decimal("factor", "3", "0.1", "20"))) {
        @Override
        Strategy build(Values values) {
            return new SupertrendTurn(values.whole("length"), values.decimal("factor"));
        }
    },
    DCA(
            "dca",
            "Regular purchases",
            List.of(
                    whole("every_hours", 24, 1, 8760),
                    decimal("dip_pct", "0", "0", "90"),
                    decimal("take_profit_pct", "0", "0", "1000"))) {
        @Override
        Strategy build(Values values) {
            return new RegularPurchases(
                    values.whole("every_hours"), values.decimal("dip_pct"), values.percent("take_profit_pct"));
        }
    },
    GRID(
            "grid",
            "Grid",
            List.of(
                    money("lower"),
                    money("upper"),
                    whole("levels", 10, 1, 100),
                    money("amount"),
                    decimal("stop_below_pct", "0", "0", "90"))) {
        @Override
        Strategy build(Values values) {
            return new PriceGrid(
                    new PriceGrid.Range(values.price("lower"), values.price("upper"), values.whole("levels")),
                    values.decimal("amount"),
                    values.decimal("stop_below_pct"));
        }
    },
    REBALANCE(
            "rebalance",
            "Rebalancing",
            List.of(
                    decimal("target_pct", "50", "0", "100"),
                    decimal("band_pct", "5", "0.1", "50"),
                    whole("every_hours", 24, 1, 8760))) {
        @Override
        Strategy build(Values values) {
            return new Rebalancing(
                    values.percent("target_pct"), values.percent("band_pct"), values.whole("every_hours"));
        }
    };

    private final String id;
    private final String title;
    private final List<Parameter> parameters;

    StrategyTemplate(String id, String title, List<Parameter> parameters) {
        this.id = id;
        this.title = title;
        this.parameters = parameters;
    }

    abstract Strategy build(Values values);

    /** As the API names it, {@code ema_crossover}. */
    public String id() {
        return id;
    }

    public String title() {
        return title;
    }

    public List<Parameter> parameters() {
        return parameters;
    }

    /** Whether the take-profit and stop of a strategy's settings act on what it buys; the others leave by their own rule. */
    public boolean usesExitsOfSettings() {
        return this != DCA && this != GRID && this != REBALANCE;
    }

    /** Whether the size of its entries is that of the settings; the others name their own amounts. */
    public boolean usesSizing() {
        return this != GRID && this != REBALANCE;
    }

    /**
     * The template of this id.
     *
     * @throws InvalidValue when there is none
     */
    public static StrategyTemplate of(String id) {
        for (StrategyTemplate template : values()) {
            if (template.id.equals(id)) {
                return template;
            }
        }
        throw new InvalidValue("indicator_id", "names no known strategy");
    }

    /**
     * A fresh strategy. A parameter may also be given as {@code <name>_length} or {@code <name>_period}; those left out take their
     * defaults.
     *
     * @throws InvalidValue naming the parameter that is unknown, missing, has too many decimals or is out of bounds
     */
    public Strategy create(Map<String, BigDecimal> given) {
        return build(new Values(complete(given)));
    }

    /** The complete parameters, as {@link #create} understands them. @throws InvalidValue as there */
    public Map<String, BigDecimal> checked(Map<String, BigDecimal> given) {
        Map<String, BigDecimal> values = complete(given);
        build(new Values(values));
        return values;
    }

    private Map<String, BigDecimal> complete(Map<String, BigDecimal> given) {
        Map<String, BigDecimal> byName = new HashMap<>();
        given.forEach((name, value) -> {
            Parameter parameter = parameter(name);
            byName.put(parameter.name(), parameter.checked(value));
        });
        Map<String, BigDecimal> values = new HashMap<>();
        for (Parameter parameter : parameters) {
            BigDecimal value = byName.get(parameter.name());
            values.put(parameter.name(), value != null ? value : parameter.checked(parameter.standard()));
        }
        return Map.copyOf(values);
    }

    private Parameter parameter(String name) {
        String plain = name.replaceFirst("_(length|period)$", "");
        return parameters.stream()
                .filter(parameter ->
                        parameter.name().equals(plain) || parameter.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new InvalidValue("parameters", "has no parameter named like this: " + shown(name)));
    }

    private static String shown(String name) {
        return name.length() <= 40 ? name : name.substring(0, 40) + "…";
    }
}
