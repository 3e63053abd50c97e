package dev.moa.broker.snapshot;

import dev.moa.domain.value.Currency;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * An account as its venue sees it.
 *
 * @param at the venue's clock when it answered: windows of time are counted by it, not by ours
 * @param cash everything by currency, reservations for open orders included
 */
public record AccountSnapshot(Instant at, Map<Currency, BigDecimal> cash, List<Holding> holdings) {
    public AccountSnapshot {
        Objects.requireNonNull(at, "at");
        cash = Map.copyOf(cash);
        holdings = List.copyOf(holdings);
    }
}
