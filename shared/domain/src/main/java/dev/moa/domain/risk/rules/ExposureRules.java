package dev.moa.domain.risk.rules;

import dev.moa.domain.instrument.InstrumentId;
import dev.moa.domain.risk.Limit;
import dev.moa.domain.risk.Refusal;
import dev.moa.domain.risk.RiskContext;
import dev.moa.domain.risk.RiskRule;
import dev.moa.domain.risk.facts.Exposure;
import dev.moa.domain.value.Currency;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** How much may be at stake in one instrument, at one venue, in one currency, over all accounts of a level. */
final class ExposureRules {
    static final List<RiskRule> ALL = List.of(
            ExposureRules::maxOpenPositions,
            ExposureRules::maxInstrumentExposure,
            ExposureRules::maxMarketExposure,
            ExposureRules::maxCurrencyExposure);

    private ExposureRules() {}

    static Optional<Refusal> maxOpenPositions(RiskContext order) {
        BigDecimal bound = order.limits().number(Limit.MAX_OPEN_POSITIONS);
        if (bound == null) {
            return Optional.empty();
        }
        InstrumentId wanted = order.instrument().id();
        long others = order.facts().exposures().stream()
                .filter(exposure -> !exposure.instrument().equals(wanted))
                .count();
        return others + 1 <= bound.longValue()
                ? Optional.empty()
                : Optional.of(Words.refusal(
                        "max_open_positions",
                        order.facts().level(),
                        "The order would open more than %s positions".formatted(Words.plain(bound))));
    }

    static Optional<Refusal> maxInstrumentExposure(RiskContext order) {
        InstrumentId wanted = order.instrument().id();
        return exposure(
                order,
                Limit.MAX_INSTRUMENT_EXPOSURE,
                wanted.toString(),
                one -> one.instrument().equals(wanted));
    }

    static Optional<Refusal> maxMarketExposure(RiskContext order) {
        String venue = order.instrument().id().venue();
        return exposure(
                order,
                Limit.MAX_MARKET_EXPOSURE,
                venue,
                one -> one.instrument().venue().equals(venue));
    }

    static Optional<Refusal> maxCurrencyExposure(RiskContext order) {
        return exposure(order, Limit.MAX_CURRENCY_EXPOSURE, order.quote().code(), _ -> true);
    }

    private static Optional<Refusal> exposure(
            RiskContext order, Limit limit, String where, Predicate<Exposure> counts) {
        if (!order.limits().has(limit)) {
            return Optional.empty();
        }
        Currency currency = order.quote();
        BigDecimal there = order.facts().exposures().stream()
                .filter(one -> one.currency().equals(currency))
                .filter(counts)
                .map(Exposure::total)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return SizeRules.above(
                order,
                limit,
                there,
                "With this order %%s would be at stake in %s, above the limit of %%s".formatted(where));
    }
}
