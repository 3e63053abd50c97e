package dev.moa.domain.strategy;

import dev.moa.domain.value.InvalidValue;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A strategy that people can choose by name and set up with parameters. */
public enum StrategyTemplate {
    EMA_CROSSOVER(
            "ema_crossover",
            "EMA crossover",
            List.of(new Parameter("fast", 12, 1, 500), new Parameter("slow", 26, 2, 1000))) {
        @Override
        Strategy build(Map<String, Integer> values) {
            return new EmaCrossover(values.get("fast"), values.get("slow"));
        }
    };

    /** A whole-number parameter with its default and its bounds, both included. */
    public record Parameter(String name, int standard, int low, int high) {
        private int checked(BigDecimal value) {
            try {
                int whole = value.intValueExact();
                if (whole >= low && whole <= high) {
                    return whole;
                }
            } catch (ArithmeticException notWhole) {
                throw new InvalidValue(name, "must be a whole number between " + low + " and " + high);
            }
            throw new InvalidValue(name, "must be between " + low + " and " + high);
        }
    }

    private final String id;
    private final String title;
    private final List<Parameter> parameters;

    StrategyTemplate(String id, String title, List<Parameter> parameters) {
        this.id = id;
        this.title = title;
        this.parameters = parameters;
    }

    abstract Strategy build(Map<String, Integer> values);

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
     * @throws InvalidValue naming the parameter that is unknown, no whole number or out of bounds
     */
    public Strategy create(Map<String, BigDecimal> given) {
        return build(checked(given));
    }

    /** The complete parameters, as {@link #create} understands them. @throws InvalidValue as there */
    public Map<String, Integer> checked(Map<String, BigDecimal> given) {
        Map<String, Integer> values = new HashMap<>();
        parameters.forEach(parameter -> values.put(parameter.name(), parameter.standard()));
        given.forEach((name, value) -> {
            Parameter parameter = parameter(name);
            values.put(parameter.name(), parameter.checked(value));
        });
        build(values);
        return Map.copyOf(values);
    }

    private Parameter parameter(String name) {
        String plain = name.replaceFirst("_(length|period)$", "");
        return parameters.stream()
                .filter(parameter -> parameter.name().equals(plain))
                .findFirst()
                .orElseThrow(() -> new InvalidValue("parameters", "has no parameter named like this: " + shown(name)));
    }

    private static String shown(String name) {
        return name.length() <= 40 ? name : name.substring(0, 40) + "…";
    }
}
