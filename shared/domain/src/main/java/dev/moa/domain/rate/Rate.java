package dev.moa.domain.rate;

import dev.moa.domain.value.Currency;
import dev.moa.domain.value.Decimals;
import dev.moa.domain.value.InvalidValue;
import java.math.BigDecimal;
import java.time.LocalDate;

/** How much of one currency another was worth on a day: {@code base} USDT, {@code quote} KRW, {@code rate} 1390. */
public record Rate(Currency base, Currency quote, LocalDate day, BigDecimal rate) {
    /** @throws InvalidValue unless the rate is above zero and the currencies differ */
    public Rate {
        rate = Decimals.canonical("rate", rate);
        if (rate.signum() <= 0) {
            throw new InvalidValue("rate", "must be above zero");
        }
        if (base.equals(quote)) {
            throw new InvalidValue("quote", "must be another currency than base");
        }
    }
}
