package dev.moa.domain.strategy;

import dev.moa.domain.value.InvalidValue;
import dev.moa.domain.value.Percent;
import dev.moa.domain.value.Price;
import dev.moa.domain.value.Quantity;
import java.util.List;

/**
 * A state that a strategy wants the account to be in, instead of one entry or exit. It may be told again and again: whoever turns it
 * into orders compares it with the book, so that nothing happens when the book already fits.
 */
public sealed interface Aim {
    /**
     * The instrument's value shall be this share of the equity.
     *
     * @param band how many percent of the equity it may be off before anything is traded
     */
    record Share(Percent share, Percent band) implements Aim {
        /** @throws InvalidValue unless the share lies in 0 to 100 and the band in 0 to 50 */
        public Share {
            share.within("target_pct", "0", "100");
            band.within("band_pct", "0", "50");
        }
    }

    /**
     * Between each two neighbouring prices the same quantity is bought at the lower and sold at the higher one.
     *
     * @param prices rising, two at least
     * @param each what is traded between two of them
     */
    record Ladder(List<Price> prices, Quantity each) implements Aim {
        /** @throws InvalidValue when the prices do not rise or the quantity is zero */
        public Ladder {
            prices = List.copyOf(prices);
            if (each.isZero()) {
                throw new InvalidValue("amount", "is less than the smallest quantity costs");
            }
            for (int i = 1; i < prices.size(); i++) {
                if (!prices.get(i).isAbove(prices.get(i - 1))) {
                    throw new InvalidValue("levels", "lie closer together than the venue's smallest price step");
                }
            }
        }
    }
}
