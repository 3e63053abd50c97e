package dev.moa.domain.strategy;

import dev.moa.domain.order.Protection;
import dev.moa.domain.order.Trail;
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
 * @param sizing how much an entry buys; null for {@code investmentPct} of the equity
 * @param trailingPct the distance at which the stop follows the market, 0.1 to 99; null for a stop that stays
 */
public record StrategySettings(
        Percent investmentPct,
        Percent longTakeProfitPct,
        Percent longStopLossPct,
        Percent shortTakeProfitPct,
        Percent shortStopLossPct,
        int leverage,
        boolean allowShort,
        int maxOpenPositions,
        Sizing sizing,
        Percent trailingPct) {

    /** 10 % of the equity, take-profit 5 %, stop 2 %, leverage 3, long only, one position. */
    public static final StrategySettings DEFAULT = new StrategySettings(
            Percent.of("10"),
            Percent.of("5"),
            Percent.of("2"),
            Percent.of("5"),
            Percent.of("2"),
            3,
            false,
            1,
            null,
            null);

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
        if (trailingPct != null) {
            trailingPct.within("trailing_pct", "0.1", "99");
        }
        within("leverage", leverage, 125);
        within("max_open_positions", maxOpenPositions, 100);
        if (sizing != null) {
            sizing.sizing(longStopLossPct);
        }
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
        return DEFAULT.investing(investment).leavingLong(takeProfit, stopLoss);
    }

    /** The same with another share of the equity for each entry. */
    public StrategySettings investing(Percent share) {
        return new StrategySettings(
                share,
                longTakeProfitPct,
                longStopLossPct,
                shortTakeProfitPct,
                shortStopLossPct,
                leverage,
                allowShort,
                maxOpenPositions,
                sizing,
                trailingPct);
    }

    /** The same with other exits of long positions; null for none. */
    public StrategySettings leavingLong(Percent takeProfit, Percent stopLoss) {
        return new StrategySettings(
                investmentPct,
                takeProfit,
                stopLoss,
                shortTakeProfitPct,
                shortStopLossPct,
                leverage,
                allowShort,
                maxOpenPositions,
                sizing,
                trailingPct);
    }

    /** The same with other exits of short positions; null for none. */
    public StrategySettings leavingShort(Percent takeProfit, Percent stopLoss) {
        return new StrategySettings(
                investmentPct,
                longTakeProfitPct,
                longStopLossPct,
                takeProfit,
                stopLoss,
                leverage,
                allowShort,
                maxOpenPositions,
                sizing,
                trailingPct);
    }

    /** The same with other bounds. */
    public StrategySettings bounded(int newLeverage, boolean mayShort, int positions) {
        return new StrategySettings(
                investmentPct,
                longTakeProfitPct,
                longStopLossPct,
                shortTakeProfitPct,
                shortStopLossPct,
                newLeverage,
                mayShort,
                positions,
                sizing,
                trailingPct);
    }

    /** The same with another size of its entries; null for {@link #investmentPct}. */
    public StrategySettings sized(Sizing other) {
        return new StrategySettings(
                investmentPct,
                longTakeProfitPct,
                longStopLossPct,
                shortTakeProfitPct,
                shortStopLossPct,
                leverage,
                allowShort,
                maxOpenPositions,
                other,
                trailingPct);
    }

    /** The same with a stop that follows the market at this distance; null for one that stays. */
    public StrategySettings trailing(Percent distance) {
        return new StrategySettings(
                investmentPct,
                longTakeProfitPct,
                longStopLossPct,
                shortTakeProfitPct,
                shortStopLossPct,
                leverage,
                allowShort,
                maxOpenPositions,
                sizing,
                distance);
    }

    /** How much an entry buys; a fresh one for each run, because some follow the candles. */
    public PositionSizing positionSizing() {
        return sizing == null ? PositionSizing.ofEquity(investmentPct) : sizing.sizing(longStopLossPct);
    }

    /** The exits of a position of this direction. */
    public Protection protection(Direction direction) {
        Protection fixed = direction == Direction.LONG
                ? new Protection(longTakeProfitPct, longStopLossPct)
                : new Protection(shortTakeProfitPct, shortStopLossPct);
        return trailingPct == null ? fixed : fixed.trailing(Trail.by(trailingPct));
    }
}
