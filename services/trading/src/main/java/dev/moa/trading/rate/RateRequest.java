package dev.moa.trading.rate;

import dev.moa.domain.rate.Rate;
import dev.moa.domain.value.Currency;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * What one unit of a currency costs in another.
 *
 * @param day the day it holds for, and for a week after it while there is none newer; null for today
 */
@Serdeable
record RateRequest(
        @NotNull String base,
        @NotNull String quote,
        @NotNull BigDecimal rate,
        @Nullable LocalDate day) {

    Rate rate(LocalDate today) {
        return new Rate(Currency.of(base), Currency.of(quote), day == null ? today : day, rate);
    }
}
