package dev.moa.trading.rate;

import dev.moa.platform.json.OneOf;
import io.micronaut.serde.annotation.Serdeable;
import java.math.BigDecimal;
import java.time.LocalDate;

/** @param source {@code market}, or {@code manual} when the person set it */
@Serdeable
record RateView(
        String base,
        String quote,
        LocalDate day,
        BigDecimal rate,
        @OneOf({"market", "manual"}) String source) {
    static RateView of(RateStore.Owned owned) {
        var rate = owned.rate();
        return new RateView(
                rate.base().code(), rate.quote().code(), rate.day(), rate.rate(), owned.manual() ? "manual" : "market");
    }
}
