package dev.moa.domain.risk;

import dev.moa.domain.value.InvalidValue;

/**
 * What one account may risk. Amounts count in the quote currency of the order at hand; equity is that of the same currency.
 *
 * @param maxOrderValue price times quantity of one order that opens or enlarges a position
 * @param dailyLoss the loss since 00:00 UTC, realised and unrealised, from which on nothing may be opened or enlarged
 * @param maxOpenPositions instruments held, or about to be by open orders
 */
public record RiskLimits(Cap maxOrderValue, Cap dailyLoss, int maxOpenPositions) {
    /** For somebody who has set nothing: half of the equity in one order, 10 % loss a day, 20 open positions. */
    public static final RiskLimits DEFAULT = new RiskLimits(Cap.ofEquity("50"), Cap.ofEquity("10"), 20);

    /** No limit but the account's money and the venue's rules. */
    public static final RiskLimits NONE = new RiskLimits(Cap.NONE, Cap.NONE, Integer.MAX_VALUE);

    /** @throws InvalidValue when the number of positions is negative */
    public RiskLimits {
        if (maxOpenPositions < 0) {
            throw new InvalidValue("max_open_positions", "must not be negative");
        }
    }
}
