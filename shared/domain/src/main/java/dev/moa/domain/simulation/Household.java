package dev.moa.domain.simulation;

import dev.moa.domain.order.Order;
import dev.moa.domain.value.Price;
import dev.moa.domain.value.Quantity;
import java.util.List;

/**
 * The other accounts of the installation, seen from the simulated venue of one: resting orders of different people meet each other.
 * What one side takes here is gone for the other at once, so that no quantity trades twice.
 */
public interface Household {
    /** For an account that is alone, as in a backtest. */
    Household NOBODY = new Household() {
        @Override
        public List<Meeting> meet(Order taker, Price worst) {
            return List.of();
        }

        @Override
        public Quantity meets(Order taker, Price worst) {
            return Quantity.ZERO;
        }

        @Override
        public void rests(Order order) {}

        @Override
        public Quantity take(Order order, Quantity wanted) {
            return wanted;
        }

        @Override
        public boolean leaves(Order order) {
            return true;
        }
    };

    /**
     * Trades with the resting orders of other people, best price first, at their prices.
     *
     * @param worst the worst price to trade at; null for any
     */
    List<Meeting> meet(Order taker, Price worst);

    /** How much {@link #meet} would trade now, at most what the taker still wants. */
    Quantity meets(Order taker, Price worst);

    /** From now on others may meet what is left of this order; a newer version takes the place of an older. */
    void rests(Order order);

    /**
     * A resting order trades elsewhere.
     *
     * @return how much of that nobody else has taken: so much may trade
     */
    Quantity take(Order order, Quantity wanted);

    /** A resting order ends. False, and it stays, when somebody has taken part of it and this is not booked yet. */
    boolean leaves(Order order);
}
