package dev.moa.domain.risk.rules;

import dev.moa.domain.risk.Limit;
import dev.moa.domain.risk.Refusal;
import java.math.BigDecimal;
import java.time.Instant;

/**
 * How much of a limit is used, whatever the next order is.
 *
 * @param subject the currency, market or instrument it is about; null for the level as a whole
 * @param bound null while the limit has none in this currency
 * @param until when a pause ends; null where there is none
 * @param refusal why nothing can be opened now; null while something can
 */
public record Gauge(Limit limit, String subject, BigDecimal used, BigDecimal bound, Instant until, Refusal refusal) {
    public boolean blocks() {
        return refusal != null;
    }
}
