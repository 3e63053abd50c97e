package dev.moa.domain.instrument;

import dev.moa.domain.value.Money;
import dev.moa.domain.value.Side;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;

/**
 * What one trade costs beyond its price, in the quote currency.
 *
 * @param fee what the venue or broker takes
 * @param tax what the state takes, zero for most
 */
public record Charges(Money fee, Money tax) {
    /**
     * The charges of a trade of this value. Where Korean rules hold, both are cut to the won and sales are taxed by the day of
     * the trade in Seoul; elsewhere the fee is exact.
     *
     * @param rate the maker's or the taker's of the instrument's {@link FeeRates}
     * @param at when it traded, by the market's clock
     */
    public static Charges of(Instrument instrument, Side side, BigDecimal value, BigDecimal rate, Instant at) {
        BigDecimal fee = value.multiply(rate);
        if (!instrument.listing().taxed()) {
            return new Charges(new Money(fee, instrument.quote()), Money.zero(instrument.quote()));
        }
        BigDecimal tax = side.isBuy()
                ? BigDecimal.ZERO
                : value.multiply(SellTax.rate(instrument.listing(), LocalDate.ofInstant(at, KrxCalendar.SEOUL)));
        return new Charges(won(fee, instrument), won(tax, instrument));
    }

    /** What the venue keeps when it liquidates a contract's position of this value, instead of its fee. */
    public static Charges ofLiquidation(Instrument contract, BigDecimal value) {
        BigDecimal fee = MarginBrackets.of(contract).liquidationFee(value);
        return new Charges(new Money(fee, contract.quote()), Money.zero(contract.quote()));
    }

    private static Money won(BigDecimal amount, Instrument instrument) {
        return new Money(amount.setScale(0, RoundingMode.DOWN), instrument.quote());
    }
}
