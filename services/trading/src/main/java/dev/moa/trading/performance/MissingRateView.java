package dev.moa.trading.performance;

import io.micronaut.serde.annotation.Serdeable;
import java.time.LocalDate;

/** A rate that is not stored, from the first to the last day it was needed for. */
@Serdeable
record MissingRateView(String base, String quote, LocalDate from, LocalDate to) {
    MissingRateView and(MissingRateView other) {
        return new MissingRateView(
                base, quote, other.from.isBefore(from) ? other.from : from, other.to.isAfter(to) ? other.to : to);
    }
}
