package dev.moa.domain.risk;

import dev.moa.domain.value.Currency;
import dev.moa.domain.value.Quantity;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** The rules that every order of a spot account has to pass. */
final class StandardRules {
    static final List<RiskRule> ALL = List.of(
            StandardRules::noPrice,
            StandardRules::tickSize,
            StandardRules::quantityStep,
            StandardRules::belowMinimum,
            StandardRules::insufficientFunds,
            StandardRules::insufficientHoldings,
            StandardRules::reduceOnly,
            StandardRules::maxOrderValue,
            StandardRules::dailyLossLimit,
            StandardRules::maxOpenPositions);

    private StandardRules() {}

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
                order.hasValue() ? money(order.value(), order.quote()) : null,
                money(minimum, order.quote()));
    }

    static Optional<Refusal> insufficientFunds(RiskContext order) {
        BigDecimal available = order.portfolio()
                .spendable(order.instrument(), order.request().origin().leg());
        return refuseIf(
                order.hasValue() && order.cost().signum() > 0 && order.cost().compareTo(available) > 0,
                "insufficient_funds",
                "The order needs %s with its fee, %s are available.",
                order.hasValue() ? money(order.cost(), order.quote()) : null,
                money(available, order.quote()));
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
                        : money(quantity.value(), order.instrument().base()),
                money(sellable, order.instrument().base()));
    }

    static Optional<Refusal> reduceOnly(RiskContext order) {
        return refuseIf(
                order.request().reduceOnly() && order.quantity() != null && !order.onlyReduces(),
                "reduce_only",
                "The order may only reduce a position, and there is none this large.");
    }

    static Optional<Refusal> maxOrderValue(RiskContext order) {
        BigDecimal limit = order.limits().maxOrderValue().in(order.quote(), order.equity());
        return refuseIf(
                limit != null
                        && order.hasValue()
                        && !order.onlyReduces()
                        && order.value().compareTo(limit) > 0,
                "max_order_value",
                "The order's value %s is above the limit of %s.",
                order.hasValue() ? money(order.value(), order.quote()) : null,
                limit == null ? null : money(limit, order.quote()));
    }

    static Optional<Refusal> dailyLossLimit(RiskContext order) {
        BigDecimal profit = order.portfolio().dayProfit(order.quote());
        BigDecimal limit =
                order.limits().dailyLoss().in(order.quote(), order.equity().subtract(profit));
        return refuseIf(
                limit != null && profit.signum() < 0 && profit.negate().compareTo(limit) >= 0 && !order.onlyReduces(),
                "daily_loss_limit",
                "Today's loss of %s has reached the limit of %s; only reducing orders are taken.",
                money(profit.negate(), order.quote()),
                limit == null ? null : money(limit, order.quote()));
    }

    static Optional<Refusal> maxOpenPositions(RiskContext order) {
        int limit = order.limits().maxOpenPositions();
        return refuseIf(
                order.portfolio().exposedInstruments(order.instrument().id()) > limit && !order.onlyReduces(),
                "max_open_positions",
                "The order would open more than %s positions.",
                limit);
    }

    private static String money(BigDecimal amount, Currency currency) {
        return amount.stripTrailingZeros().toPlainString() + " " + currency;
    }

    private static Optional<Refusal> refuseIf(boolean refused, String code, String message, Object... numbers) {
        return refused ? Optional.of(new Refusal(code, message.formatted(numbers))) : Optional.empty();
    }
}
