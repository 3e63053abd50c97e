package dev.moa.domain.simulation;

import dev.moa.domain.instrument.Instrument;
import dev.moa.domain.instrument.TickSize;
import dev.moa.domain.portfolio.Position;
import dev.moa.domain.value.InvalidValue;
import dev.moa.domain.value.Price;
import dev.moa.domain.value.Side;
import java.math.BigDecimal;

/**
 * At which price, and when, a simulated order trades.
 *
 * @param timing when a strategy's signal becomes an order
 * @param slippageBp how many hundredths of a percent a market order pays where only the last price is known, 0 to 1000
 * @param exitsOnEntryCandle with NEXT_OPEN, whether take-profit and stop act on the rest of the candle at whose open the position
 *     was entered (more real), or only from the next one on
 * @param liquidity how much there is to trade with
 */
public record FillModel(Timing timing, BigDecimal slippageBp, boolean exitsOnEntryCandle, Liquidity liquidity) {
    public enum Timing {
        /** At the open of the candle after the signal's: what can be had in practice. */
        NEXT_OPEN,
        /** At the close of the signal's own candle: how recorded candles are traded on paper. */
        SIGNAL_CLOSE
    }

    /** How much there is to trade with. */
    public enum Liquidity {
        /** As much as one wishes: what trades, trades whole. All that can be said of last prices and candles. */
        ENDLESS,
        /**
         * As much as the market is known to have: a resting order waits behind what stood at its price before it, and trades no more
         * than was traded there; a taker gets the quote for what is offered at it, and pays slippage for the rest. Where a market
         * does not tell, as ENDLESS.
         */
        MEASURED
    }

    /** Endless liquidity. */
    public FillModel(Timing timing, BigDecimal slippageBp, boolean exitsOnEntryCandle) {
        this(timing, slippageBp, exitsOnEntryCandle, Liquidity.ENDLESS);
    }

    /** What backtests use unless told otherwise. */
    public static final FillModel NEXT_OPEN = new FillModel(Timing.NEXT_OPEN, new BigDecimal("2"), true);

    /** What paper trading uses. */
    public static final FillModel SIGNAL_CLOSE = new FillModel(Timing.SIGNAL_CLOSE, new BigDecimal("2"), true);

    /** @throws InvalidValue when the slippage is out of its range */
    public FillModel {
        if (slippageBp.signum() < 0 || slippageBp.compareTo(new BigDecimal("1000")) > 0) {
            throw new InvalidValue("slippage_bp", "must be between 0 and 1000");
        }
    }

    public FillModel withSlippage(BigDecimal bp) {
        return new FillModel(timing, bp, exitsOnEntryCandle, liquidity);
    }

    public FillModel with(Liquidity other) {
        return new FillModel(timing, slippageBp, exitsOnEntryCandle, other);
    }

    /** The same with exits that sleep until the candle after the entry. */
    public FillModel exitsFromNextCandle() {
        return new FillModel(timing, slippageBp, false, liquidity);
    }

    /**
     * What somebody who trades at once gets: the other side's price where it is known, else the last price and slippage against
     * them, rounded to the price grid towards the last price, but never better than it.
     */
    public Price taker(Instrument instrument, Side side, Quote quote) {
        Price known = quote.against(side);
        if (known != null) {
            return known;
        }
        return slipped(instrument, side, quote.last());
    }

    /** A price and slippage against the trader, on the grid between the two. */
    Price slipped(Instrument instrument, Side side, Price from) {
        if (slippageBp.signum() == 0) {
            return from;
        }
        TickSize grid = instrument.tickSize();
        BigDecimal percent = slippageBp.movePointLeft(2);
        return side.isBuy()
                ? grid.floor(from.moved(percent)).max(from)
                : grid.ceiling(from.moved(percent.negate())).min(from);
    }

    boolean isMeasured() {
        return liquidity == Liquidity.MEASURED;
    }

    /** Whether the position's exits may act on this move. */
    boolean exitsActOn(Position position, PriceMove move) {
        return exitsOnEntryCandle
                || timing != Timing.NEXT_OPEN
                || position.openedAt().isBefore(move.at());
    }
}
