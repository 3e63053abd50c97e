package dev.moa.domain.risk;

import java.util.List;
import java.util.stream.Stream;

/** Asks every rule about an order; one refusal does not keep the others from being heard. */
public record RiskPolicy(List<RiskRule> rules) {
    /**
     * The rules of a spot account. Their codes: {@code no_price, tick_size, quantity_step, below_minimum, insufficient_funds,
     * insufficient_holdings, reduce_only, max_order_value, daily_loss_limit, max_open_positions}. An order that only makes a position smaller
     * is never kept back by the last three.
     */
    public static final RiskPolicy STANDARD = new RiskPolicy(StandardRules.ALL);

    public RiskPolicy {
        rules = List.copyOf(rules);
    }

    /** The same rules and one more. */
    public RiskPolicy and(RiskRule rule) {
        return new RiskPolicy(Stream.concat(rules.stream(), Stream.of(rule)).toList());
    }

    /** What all rules say. */
    public RiskVerdict evaluate(RiskContext context) {
        return new RiskVerdict(
                rules.stream().flatMap(rule -> rule.check(context).stream()).toList());
    }
}
