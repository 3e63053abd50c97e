package dev.moa.domain.risk.rules;

import dev.moa.domain.risk.Refusal;
import dev.moa.domain.risk.RiskContext;
import dev.moa.domain.risk.RiskRule;
import dev.moa.domain.value.Quantity;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** What every order of a spot account has to fulfil, whatever its limits. */
public final class OrderRules {
    public static final List<RiskRule> ALL = List.of(
            OrderRules::noPrice,
            OrderRules::tickSize,
            OrderRules::quantityStep,
            OrderRules::belowMinimum,
            OrderRules::insufficientFunds,
            OrderRules::insufficientHoldings,
            OrderRules::reduceOnly);

    private OrderRules() {}

    static Optional<Refusal> noPrice(RiskContext order) {
        return refuseIf(
                order.market() == null,
                "no_price",
                "There is no current price for %s.",
                order.instrument().id());
    }

    static Optional<Refusal> tickSize(RiskContext order) {
        var limit = order.request().price();
        return refuseIf(
                limit != null && !order.instrument().tickSize().allows(limit),
                "tick_size",
                "The price %s is not a multiple of %s.",
                limit,
                limit == null ? null : order.instrument().tickSize().at(limit).toPlainString());
    }

    static Optional<Refusal> quantityStep(RiskContext order) {
        Quantity quantity = order.quantity();
        return refuseIf(
                quantity != null && !order.instrument().allows(quantity),
                "quantity_step",
                "The quantity %s is not a multiple of %s.",
                quantity,
                order.instrument().quantityStep().toPlainString());
    }

    static Optional<Refusal> belowMinimum(RiskContext order) {
        BigDecimal minimum = order.instrument().minNotional();
        return refuseIf(
                order.hasValue() && order.value().compareTo(minimum) < 0,
                "below_minimum",
                "The order's value %s is below the venue's minimum of %s.",
                order.hasValue() ? Words.money(order.value(), order.quote()) : null,
                Words.money(minimum, order.quote()));
    }

    static Optional<Refusal> insufficientFunds(RiskContext order) {
        BigDecimal available = order.portfolio()
                .spendable(order.instrument(), order.request().origin().leg());
        return refuseIf(
                order.hasValue() && order.cost().signum() > 0 && order.cost().compareTo(available) > 0,
                "insufficient_funds",
                "The order needs %s with its fee, %s are available.",
                order.hasValue() ? Words.money(order.cost(), order.quote()) : null,
                Words.money(available, order.quote()));
    }

    static Optional<Refusal> insufficientHoldings(RiskContext order) {
        BigDecimal sellable = order.portfolio()
                .sellable(order.instrument().id(), order.request().origin().leg());
        Quantity quantity = order.quantity();
        return refuseIf(
                !order.request().side().isBuy()
                        && !order.instrument().isMargined()
                        && quantity != null
                        && quantity.value().compareTo(sellable) > 0,
                "insufficient_holdings",
                "The order sells %s, %s are available.",
                quantity == null
                        ? null
                        : Words.money(quantity.value(), order.instrument().base()),
                Words.money(sellable, order.instrument().base()));
    }

    static Optional<Refusal> reduceOnly(RiskContext order) {
        return refuseIf(
                order.request().reduceOnly() && order.quantity() != null && !order.onlyReduces(),
                "reduce_only",
                "The order may only reduce a position, and there is none this large.");
    }

    private static Optional<Refusal> refuseIf(boolean refused, String code, String message, Object... numbers) {
        return refused ? Optional.of(new Refusal(code, message.formatted(numbers))) : Optional.empty();
    }
}
