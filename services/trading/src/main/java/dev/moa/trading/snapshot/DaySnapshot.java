package dev.moa.trading.snapshot;

import dev.moa.domain.instrument.InstrumentId;
import dev.moa.domain.portfolio.Holding;
import dev.moa.domain.value.Currency;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** What an account was worth at the end of a day, by currency, and what it held. */
public record DaySnapshot(LocalDate day, List<Amounts> amounts, List<Held> held) {
    /**
     * @param invested long and short positions added up
     * @param withdrawals zero or more, as deposits
     * @param realized by the fills of the day, fees deducted; @param unrealized of everything still held
     */
    public record Amounts(
            Currency currency,
            BigDecimal cash,
            BigDecimal positionsValue,
            BigDecimal invested,
            BigDecimal deposits,
            BigDecimal withdrawals,
            BigDecimal fees,
            BigDecimal taxes,
            BigDecimal realized,
            BigDecimal unrealized) {
        public BigDecimal equity() {
            return cash.add(positionsValue);
        }
    }

    /** A price and the moment it is from. */
    record Priced(BigDecimal price, Instant at) {
        Priced orNewer(Priced other) {
            return other != null && other.at.isAfter(at) ? other : this;
        }
    }

    record Held(InstrumentId instrument, Holding holding, Priced priced, BigDecimal value, Currency currency) {}
}
