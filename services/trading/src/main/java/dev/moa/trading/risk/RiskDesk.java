package dev.moa.trading.risk;

import dev.moa.domain.order.OrderRequest;
import dev.moa.domain.portfolio.Portfolio;
import dev.moa.domain.risk.RiskContext;
import dev.moa.domain.risk.RiskLimits;
import dev.moa.domain.risk.RiskPolicy;
import dev.moa.domain.risk.RiskVerdict;
import dev.moa.domain.value.Price;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Checks every order against the person's limits before it exists. */
@Singleton
public class RiskDesk {
    private final RiskLimitStore store;
    private final Clock clock;
    private final Map<UUID, RiskLimits> known = new ConcurrentHashMap<>();

    RiskDesk(RiskLimitStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** @param market what the order is expected to trade at; null when nobody knows a price */
    public RiskVerdict check(UUID userId, OrderRequest request, Price market, Portfolio book) {
        return RiskPolicy.STANDARD.evaluate(new RiskContext(request, market, book, limits(userId)));
    }

    RiskLimits limits(UUID userId) {
        return known.computeIfAbsent(userId, user -> store.find(user).orElse(RiskLimits.DEFAULT));
    }

    RiskLimits change(UUID userId, RiskLimits limits) {
        store.set(userId, limits, clock.instant());
        known.put(userId, limits);
        return limits;
    }
}
