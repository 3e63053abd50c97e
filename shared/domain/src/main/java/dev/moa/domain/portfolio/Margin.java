package dev.moa.domain.portfolio;

import dev.moa.domain.value.Decimals;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * What secures a position that is held on margin, apart from everything else in the account (isolated).
 *
 * @param leverage how many times the margin its value was when it was entered; 1 for positions paid in full
 * @param held the money set aside for it, zero for positions paid in full; what a liquidation can cost at most
 * @param funding received from (above zero) and paid to (below) the other side so far
 */
public record Margin(int leverage, BigDecimal held, BigDecimal funding) {
    /** A position that was paid in full. */
    public static final Margin NONE = new Margin(1, BigDecimal.ZERO, BigDecimal.ZERO);

    public Margin {
        held = Decimals.canonical("margin", held);
        funding = Decimals.canonical("funding", funding);
    }

    static Margin at(int leverage) {
        return new Margin(leverage, BigDecimal.ZERO, BigDecimal.ZERO);
    }

    /** The margin that a value needs at this leverage, rounded up to 12 decimals. */
    static BigDecimal initial(BigDecimal value, int leverage) {
        return value.divide(BigDecimal.valueOf(leverage), Decimals.RATIO_SCALE, RoundingMode.CEILING);
    }

    Margin entered(BigDecimal value) {
        return new Margin(leverage, held.add(initial(value, leverage)), funding);
    }

    /** With a part of the position gone, that part of the margin is free; the last part frees all. */
    Margin exited(BigDecimal part, BigDecimal whole) {
        BigDecimal freed = part.compareTo(whole) == 0
                ? held
                : held.multiply(part).divide(whole, Decimals.RATIO_SCALE, RoundingMode.HALF_EVEN);
        return new Margin(leverage, held.subtract(freed), funding);
    }

    /** @param lacking what the rest of the account could not pay of it, taken out of the margin */
    Margin funded(BigDecimal payment, BigDecimal lacking) {
        return new Margin(leverage, held.subtract(lacking.min(held)), funding.add(payment));
    }
}
