package dev.moa.domain.instrument;

import dev.moa.domain.value.Decimals;
import dev.moa.domain.value.InvalidValue;
import java.math.BigDecimal;

/**
 * What a venue takes of each trade's value, as a fraction ({@code 0.001} is 0.1 %), in the quote currency: {@code maker} from
 * orders that rested in the book, {@code taker} from orders that met one. Fees are exact and never rounded.
 */
public record FeeRates(BigDecimal maker, BigDecimal taker) {
    public static final FeeRates FREE = of("0");

    /** @throws InvalidValue unless both rates lie between 0 and 1 */
    public FeeRates {
        maker = checked(maker);
        taker = checked(taker);
    }

    /** The same rate for both. */
    public static FeeRates of(String rate) {
        return new FeeRates(new BigDecimal(rate), new BigDecimal(rate));
    }

    private static BigDecimal checked(BigDecimal rate) {
        BigDecimal canonical = Decimals.canonical("fee", rate);
        if (canonical.signum() < 0 || canonical.compareTo(BigDecimal.ONE) >= 0) {
            throw new InvalidValue("fee", "must be a fraction from 0 to below 1");
        }
        return canonical;
    }
}
