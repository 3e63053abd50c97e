package dev.moa.domain.risk.rules;

import dev.moa.domain.risk.Limit;
import dev.moa.domain.risk.RiskLimits;
import dev.moa.domain.risk.facts.Exposure;
import dev.moa.domain.risk.facts.RiskFacts;
import dev.moa.domain.value.Currency;
import dev.moa.domain.value.Decimals;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** How much of the limits on orders, positions and exposure is used now; whether the next order fits depends on the order. */
public final class Stakes {
    private final RiskLimits limits;
    private final RiskFacts facts;
    private final Currency currency;

    public Stakes(RiskLimits limits, RiskFacts facts, Currency currency) {
        this.limits = limits;
        this.facts = facts;
        this.currency = currency;
    }

    /** Those that are set, in one currency. */
    public List<Gauge> gauges() {
        List<Gauge> gauges = new ArrayList<>();
        if (limits.has(Limit.MAX_ORDER_VALUE)) {
            gauges.add(gauge(Limit.MAX_ORDER_VALUE, currency.code(), null));
        }
        byKey(Limit.MAX_POSITION_SIZE, one -> one.instrument().toString(), gauges);
        byKey(Limit.MAX_INSTRUMENT_EXPOSURE, one -> one.instrument().toString(), gauges);
        byKey(Limit.MAX_MARKET_EXPOSURE, one -> one.instrument().venue(), gauges);
        byKey(Limit.MAX_CURRENCY_EXPOSURE, one -> currency.code(), gauges);
        leverage(gauges);
        return gauges;
    }

    private void byKey(Limit limit, Function<Exposure, String> key, List<Gauge> gauges) {
        if (limits.has(limit)) {
            Map<String, BigDecimal> totals = facts.exposures().stream()
                    .filter(one -> one.currency().equals(currency))
                    .collect(Collectors.toMap(key, Exposure::total, BigDecimal::add, TreeMap::new));
            if (totals.isEmpty()) {
                gauges.add(gauge(limit, currency.code(), BigDecimal.ZERO));
            }
            totals.forEach((subject, total) -> gauges.add(gauge(limit, subject, total)));
        }
    }

    private Gauge gauge(Limit limit, String subject, BigDecimal used) {
        BigDecimal bound = limits.cap(limit).in(currency, facts.purse(currency).equity());
        return new Gauge(limit, subject, used, bound, null, null);
    }

    private void leverage(List<Gauge> gauges) {
        BigDecimal equity = facts.purse(currency).equity();
        if (limits.has(Limit.MAX_LEVERAGE) && equity.signum() > 0) {
            BigDecimal total = facts.exposures().stream()
                    .filter(one -> one.currency().equals(currency))
                    .map(Exposure::total)
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            gauges.add(new Gauge(
                    Limit.MAX_LEVERAGE,
                    currency.code(),
                    Decimals.ratio(total, equity),
                    limits.number(Limit.MAX_LEVERAGE),
                    null,
                    null));
        }
    }

    /** Instruments at stake, in all currencies; null when their number is not limited. */
    public static Gauge positions(RiskLimits limits, RiskFacts facts) {
        return limits.has(Limit.MAX_OPEN_POSITIONS)
                ? new Gauge(
                        Limit.MAX_OPEN_POSITIONS,
                        null,
                        BigDecimal.valueOf(facts.exposures().size()),
                        limits.number(Limit.MAX_OPEN_POSITIONS),
                        null,
                        null)
                : null;
    }
}
