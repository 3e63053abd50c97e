package dev.moa.domain.instrument;

import dev.moa.domain.value.Currency;
import dev.moa.domain.value.Decimals;
import dev.moa.domain.value.InvalidValue;
import dev.moa.domain.value.Price;
import dev.moa.domain.value.Quantity;
import java.math.BigDecimal;
import java.util.Objects;

/**
 * What can be traded, with the rules of its venue.
 *
 * @param base what is bought and sold ({@code BTC}, {@code 005930})
 * @param quote the currency that prices, costs and fees are counted in
 * @param quantityStep quantities must be multiples of it
 * @param minNotional the smallest order value (price times quantity) that the venue takes; zero where there is none
 * @param listing what kind of thing it is and where it is listed
 */
public record Instrument(
        InstrumentId id,
        Currency base,
        Currency quote,
        TickSize tickSize,
        BigDecimal quantityStep,
        BigDecimal minNotional,
        FeeRates fees,
        Listing listing) {

    /** Something that is traded around the clock, untaxed, like a coin. */
    public Instrument(
            InstrumentId id,
            Currency base,
            Currency quote,
            TickSize tickSize,
            BigDecimal quantityStep,
            BigDecimal minNotional,
            FeeRates fees) {
        this(id, base, quote, tickSize, quantityStep, minNotional, fees, Listing.COIN);
    }

    /** @throws InvalidValue when the step is not above zero or the minimum is negative */
    public Instrument {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(base, "base");
        Objects.requireNonNull(quote, "quote");
        Objects.requireNonNull(tickSize, "tickSize");
        Objects.requireNonNull(fees, "fees");
        Objects.requireNonNull(listing, "listing");
        quantityStep = Decimals.canonical("quantity_step", quantityStep);
        minNotional = Decimals.canonical("min_notional", minNotional);
        if (quantityStep.signum() <= 0 || minNotional.signum() < 0) {
            throw new InvalidValue("quantity_step", "must be above zero, and the minimum value not negative");
        }
    }

    /** The same instrument at these fees and no other costs, no taxes and no rounding: what a backtest assumes. */
    public Instrument withFees(FeeRates other) {
        return new Instrument(id, base, quote, tickSize, quantityStep, minNotional, other, listing.untaxed());
    }

    /** The same instrument at an account's own commission; taxes stay. */
    public Instrument atCommission(FeeRates own) {
        return new Instrument(id, base, quote, tickSize, quantityStep, minNotional, own, listing);
    }

    Instrument listed(Listing as) {
        return new Instrument(id, base, quote, tickSize, quantityStep, minNotional, fees, as);
    }

    /** Whether positions are held on margin and may be short: a futures contract. */
    public boolean isMargined() {
        return listing.product() == Listing.Product.PERPETUAL;
    }

    /** When it trades. */
    public TradingHours hours() {
        return TradingHours.of(this);
    }

    /** Whether an order may carry this quantity. */
    public boolean allows(Quantity quantity) {
        return !quantity.isZero() && Decimals.isMultiple(quantity.value(), quantityStep);
    }

    /** The largest allowed quantity not above this number; zero when that is less than one step. */
    public Quantity roundDown(BigDecimal quantity) {
        return quantity.signum() <= 0 ? Quantity.ZERO : new Quantity(Decimals.floor(quantity, quantityStep));
    }

    /**
     * The largest allowed quantity that this budget pays at this price, the taker's fee included.
     *
     * @return zero when the budget does not pay for one step
     */
    public Quantity affordable(BigDecimal budget, Price price) {
        BigDecimal unitCost = price.value().multiply(BigDecimal.ONE.add(fees.taker()));
        return roundDown(Decimals.quotientDown(budget, unitCost));
    }
}
