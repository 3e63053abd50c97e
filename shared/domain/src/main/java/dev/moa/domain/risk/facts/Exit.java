package dev.moa.domain.risk.facts;

import dev.moa.domain.instrument.InstrumentId;
import dev.moa.domain.value.Currency;
import dev.moa.domain.value.StrategyId;
import java.math.BigDecimal;
import java.time.Instant;

/**
 * A position that was closed.
 *
 * @param profit in the quote currency, fees deducted
 * @param cost what had been entered, in the same currency
 * @param stopLoss whether a protecting stop closed it
 * @param strategy whose order closed it, null for none
 */
public record Exit(
        InstrumentId instrument,
        Currency currency,
        BigDecimal profit,
        BigDecimal cost,
        boolean stopLoss,
        StrategyId strategy,
        Instant at) {
    public boolean isLoss() {
        return profit.signum() < 0;
    }
}
