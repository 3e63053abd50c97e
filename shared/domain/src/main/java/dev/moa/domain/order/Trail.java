package dev.moa.domain.order;

import dev.moa.domain.instrument.Instrument;
import dev.moa.domain.value.Decimals;
import dev.moa.domain.value.InvalidValue;
import dev.moa.domain.value.Percent;
import dev.moa.domain.value.Price;
import dev.moa.domain.value.Side;
import java.math.BigDecimal;

/**
 * The distance at which a stop follows the market. Exactly one of the two is given.
 *
 * @param percent of the best price, 0.01 to 100; null when an amount is given
 * @param amount in the quote currency, above zero; null when a percentage is given
 */
public record Trail(Percent percent, BigDecimal amount) {
    /** @throws InvalidValue naming {@code trail} unless exactly one distance in its range is given */
    public Trail {
        if ((percent == null) == (amount == null)) {
            throw new InvalidValue("trail", "must be either a percentage or an amount");
        }
        if (percent != null) {
            percent.within("trail_pct", "0.01", "99.99");
        } else {
            amount = Decimals.canonical("trail_amount", amount);
            if (amount.signum() <= 0) {
                throw new InvalidValue("trail_amount", "must be above zero");
            }
        }
    }

    public static Trail by(Percent percent) {
        return new Trail(percent, null);
    }

    public static Trail by(BigDecimal amount) {
        return new Trail(null, amount);
    }

    /**
     * Where the stop of an order of this side stands when the best price was this one: below it to sell, above it to buy, moved
     * on to the price grid away from the market.
     *
     * @param exit the side of the stop order: SELL protects what was bought
     * @return null where the distance would lead to zero or below
     */
    public Price stop(Instrument instrument, Side exit, Price best) {
        BigDecimal distance = percent == null ? amount : percent.of(best.value());
        BigDecimal level =
                exit.isBuy() ? best.value().add(distance) : best.value().subtract(distance);
        if (level.signum() <= 0) {
            return null;
        }
        Price exact = new Price(level);
        return exit.isBuy()
                ? instrument.tickSize().ceiling(exact)
                : instrument.tickSize().floor(exact);
    }

    /** The tighter of the stop so far and the one that this best price asks for; null while there is none. */
    public Price follow(Instrument instrument, Side exit, Price stopSoFar, Price best) {
        Price next = stop(instrument, exit, best);
        if (next == null || stopSoFar == null) {
            return next == null ? stopSoFar : next;
        }
        return exit.isBuy() ? stopSoFar.min(next) : stopSoFar.max(next);
    }
}
