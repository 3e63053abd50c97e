package dev.moa.domain.risk.rules;

import dev.moa.domain.risk.Refusal;
import dev.moa.domain.risk.RiskContext;
import dev.moa.domain.risk.RiskRule;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The limits of one level, each restricting entries only. Codes: {@code max_order_value, max_position_size, max_leverage,
 * daily_loss_limit, daily_realized_loss, max_drawdown, profit_lock, max_daily_trades, losses_in_a_row, stop_loss_guard,
 * max_open_positions, max_instrument_exposure, max_market_exposure, max_currency_exposure, exit_pause, low_profit,
 * duplicate_order, volatility, index_shock, stale_quote}, and {@code price_collar}, which exits have to keep to as well.
 */
public final class EntryRules {
    public static final List<RiskRule> ALL = Stream.of(
                    SizeRules.ALL.stream(),
                    Stream.<RiskRule>of(
                            brake(Brakes::dailyLoss),
                            brake(Brakes::realizedLoss),
                            brake(Brakes::drawdown),
                            brake(Brakes::profitLock),
                            brake(Brakes::dailyTrades),
                            pause((pauses, order) -> pauses.lossesInARow()),
                            pause((pauses, order) -> pauses.stopLosses())),
                    ExposureRules.ALL.stream(),
                    Stream.<RiskRule>of(
                            pause((pauses, order) ->
                                    pauses.afterExit(order.instrument().id())),
                            pause((pauses, order) ->
                                    pauses.lowProfit(order.instrument().id()))),
                    MarketRules.ALL.stream())
            .flatMap(rules -> rules)
            .map(EntryRules::entriesOnly)
            .collect(Collectors.collectingAndThen(Collectors.toList(), EntryRules::andCollar));

    private interface Pausing {
        Optional<Gauge> of(Pauses pauses, RiskContext order);
    }

    private interface Braking {
        Optional<Gauge> of(Brakes brakes);
    }

    private EntryRules() {}

    private static List<RiskRule> andCollar(List<RiskRule> rules) {
        return Stream.concat(rules.stream(), Stream.<RiskRule>of(MarketRules::priceCollar))
                .toList();
    }

    private static RiskRule brake(Braking braking) {
        return order -> refusal(braking.of(new Brakes(order.limits(), order.facts(), order.quote())));
    }

    private static RiskRule pause(Pausing pausing) {
        return order -> refusal(pausing.of(new Pauses(order.limits(), order.facts()), order));
    }

    private static Optional<Refusal> refusal(Optional<Gauge> gauge) {
        return gauge.map(Gauge::refusal);
    }

    private static RiskRule entriesOnly(RiskRule rule) {
        return order -> order.onlyReduces() ? Optional.empty() : rule.check(order);
    }
}
