package dev.moa.domain.strategy;

import dev.moa.domain.order.Protection;
import dev.moa.domain.portfolio.Direction;
import dev.moa.domain.value.InvalidValue;
import dev.moa.domain.value.Percent;

/**
 * How a strategy's signals are turned into orders. Names and ranges are those of the API.
 *
 * @param investmentPct share of the equity that one entry uses, 1 to 100
 * @param longTakeProfitPct distance above the entry at which a long position is closed, 0.1 to 100; null for none; the others alike
 * @param leverage 1 to 125; spot accounts use none of it
 * @param maxOpenPositions 1 to 100
 */
public record StrategySettings(
        Percent investmentPct,
        Percent longTakeProfitPct,
        Percent longStopLossPct,
        Percent shortTakeProfitPct,
        Percent shortStopLossPct,
        int leverage,
        boolean allowShort,
        int maxOpenPositions) {

    /** 10 % of the equity, take-profit 5 %, stop 2 %, leverage 3, long only, one position. */
    public static final StrategySettings DEFAULT = new StrategySettings(
            Percent.of("10"), Percent.of("5"), Percent.of("2"), Percent.of("5"), Percent.of("2"), 3, false, 1);

    /** @throws InvalidValue naming the field that is out of its range */
    public StrategySettings {
        if (investmentPct == null) {
            throw new InvalidValue("investment_pct", "is missing");
        }
        investmentPct.within("investment_pct", "1", "100");
        distance("long_tp_pct", longTakeProfitPct);
        distance("long_sl_pct", longStopLossPct);
        distance("short_tp_pct", shortTakeProfitPct);
        distance("short_sl_pct", shortStopLossPct);
        within("leverage", leverage, 125);
        within("max_open_positions", maxOpenPositions, 100);
    }

    private static void distance(String field, Percent percent) {
        if (percent != null) {
            percent.within(field, "0.1", "100");
        }
    }

    private static void within(String field, int number, int high) {
        if (number < 1 || number > high) {
            throw new InvalidValue(field, "must be between 1 and " + high);
        }
    }

    /** The default with another share of the equity and other exits of long positions; null for no exit. */
    public static StrategySettings longOnly(Percent investment, Percent takeProfit, Percent stopLoss) {
        return new StrategySettings(
                investment,
                takeProfit,
                stopLoss,
                DEFAULT.shortTakeProfitPct,
                DEFAULT.shortStopLossPct,
                DEFAULT.leverage,
                false,
                DEFAULT.maxOpenPositions);
    }

    /** The exits of a position of this direction. */
    public Protection protection(Direction direction) {
        return direction == Direction.LONG
                ? new Protection(longTakeProfitPct, longStopLossPct)
                : new Protection(shortTakeProfitPct, shortStopLossPct);
    }
}
