package dev.moa.domain.order;

import dev.moa.domain.value.Percent;

/**
 * Where the position that an order opens shall be closed by itself, as distances from its average entry price.
 *
 * @param takeProfit null for none
 * @param stopLoss null for none
 */
public record Protection(Percent takeProfit, Percent stopLoss) {
    public static final Protection NONE = new Protection(null, null);

    /** @throws dev.moa.domain.value.InvalidValue unless each distance lies in 0.01 to 1000 %, a stop below 100 % */
    public Protection {
        if (takeProfit != null) {
            takeProfit.within("take_profit", "0.01", "1000");
        }
        if (stopLoss != null) {
            stopLoss.within("stop_loss", "0.01", "100");
        }
    }
}
