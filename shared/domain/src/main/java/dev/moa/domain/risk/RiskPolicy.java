package dev.moa.domain.risk;

import dev.moa.domain.risk.rules.EntryRules;
import dev.moa.domain.risk.rules.OrderRules;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Asks every rule about an order; one refusal does not keep the others from being heard. */
public record RiskPolicy(List<RiskRule> rules) {
    /**
     * What every order has to fulfil whoever places it. Codes: {@code no_price, tick_size, quantity_step, below_minimum,
     * insufficient_funds, insufficient_holdings, reduce_only}.
     */
    public static final RiskPolicy ORDER = new RiskPolicy(OrderRules.ALL);

    /**
     * The limits of one level; the codes stand at {@link EntryRules}. An order that only makes a position smaller is kept
     * back by none of them but the price collar.
     */
    public static final RiskPolicy LIMITS = new RiskPolicy(EntryRules.ALL);

    /** Both, for a book with one level of limits. */
    public static final RiskPolicy STANDARD = new RiskPolicy(
            Stream.concat(OrderRules.ALL.stream(), EntryRules.ALL.stream()).toList());

    public RiskPolicy {
        rules = List.copyOf(rules);
    }

    /** The same rules and one more. */
    public RiskPolicy and(RiskRule rule) {
        return new RiskPolicy(Stream.concat(rules.stream(), Stream.of(rule)).toList());
    }

    /** What all rules say. */
    public RiskVerdict evaluate(RiskContext context) {
        List<Refusal> refusals = new ArrayList<>();
        for (RiskRule rule : rules) {
            rule.check(context).ifPresent(refusals::add);
        }
        return new RiskVerdict(refusals);
    }
}
