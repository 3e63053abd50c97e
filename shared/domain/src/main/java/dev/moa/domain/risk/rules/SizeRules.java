package dev.moa.domain.risk.rules;

import dev.moa.domain.risk.Limit;
import dev.moa.domain.risk.Refusal;
import dev.moa.domain.risk.RiskContext;
import dev.moa.domain.risk.RiskRule;
import dev.moa.domain.risk.facts.Exposure;
import dev.moa.domain.value.Decimals;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/** How large an order may be, and what it may lead to in its account. */
final class SizeRules {
    static final List<RiskRule> ALL =
            List.of(SizeRules::maxOrderValue, SizeRules::maxPositionSize, SizeRules::maxLeverage);

    private SizeRules() {}

    static Optional<Refusal> maxOrderValue(RiskContext order) {
        return above(order, Limit.MAX_ORDER_VALUE, BigDecimal.ZERO, "The order's value %s is above the limit of %s");
    }

    static Optional<Refusal> maxPositionSize(RiskContext order) {
        if (!order.limits().has(Limit.MAX_POSITION_SIZE) || !order.hasValue()) {
            return Optional.empty();
        }
        BigDecimal held = order.portfolio()
                .position(order.instrument().id())
                .map(position -> order.price().times(position.quantity()))
                .orElse(BigDecimal.ZERO);
        BigDecimal entering = order.portfolio().openOrders().stream()
                .filter(open -> open.instrument().id().equals(order.instrument().id()))
                .filter(open ->
                        open.side() == order.request().side() && !open.request().reduceOnly())
                .map(open -> open.reference().times(open.remaining()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return above(
                order,
                Limit.MAX_POSITION_SIZE,
                held.add(entering),
                "The position would be worth %s, above the limit of %s");
    }

    static Optional<Refusal> maxLeverage(RiskContext order) {
        BigDecimal bound = order.limits().number(Limit.MAX_LEVERAGE);
        if (bound == null || !order.hasValue()) {
            return Optional.empty();
        }
        int chosen = order.portfolio().leverage(order.instrument().id());
        if (order.instrument().isMargined() && bound.compareTo(BigDecimal.valueOf(chosen)) < 0) {
            return Optional.of(Words.refusal(
                    "max_leverage",
                    order.facts().level(),
                    "The contract's leverage is %s, the limit is %s".formatted(chosen, Words.plain(bound))));
        }
        BigDecimal equity = order.facts().purse(order.quote()).equity();
        BigDecimal total = order.facts().exposures().stream()
                .filter(exposure -> exposure.currency().equals(order.quote()))
                .map(Exposure::total)
                .reduce(order.value(), BigDecimal::add);
        if (total.compareTo(bound.multiply(equity.max(BigDecimal.ZERO))) <= 0) {
            return Optional.empty();
        }
        String times = equity.signum() > 0
                ? Words.plain(Decimals.ratio(total, equity).setScale(2, RoundingMode.HALF_EVEN)) + " times"
                : "without";
        return Optional.of(Words.refusal(
                "max_leverage",
                order.facts().level(),
                "Everything held and ordered would be %s the equity, the limit is %s times"
                        .formatted(times, Words.plain(bound))));
    }

    /** Refuses when the order's value on top of what is there goes beyond a limit of money. */
    static Optional<Refusal> above(RiskContext order, Limit limit, BigDecimal there, String sentence) {
        if (!order.limits().has(limit) || !order.hasValue()) {
            return Optional.empty();
        }
        BigDecimal bound = order.limits()
                .cap(limit)
                .in(order.quote(), order.facts().purse(order.quote()).equity());
        BigDecimal wanted = there.add(order.value());
        return bound == null || wanted.compareTo(bound) <= 0
                ? Optional.empty()
                : Optional.of(Words.refusal(
                        limit.word(),
                        order.facts().level(),
                        sentence.formatted(Words.money(wanted, order.quote()), Words.money(bound, order.quote()))));
    }
}
