package dev.moa.domain.simulation;

import dev.moa.domain.portfolio.ClosedTrade;
import java.math.BigDecimal;
import java.time.Instant;

/** Follows a backtest while it runs: asked every 1,000 candles whether to go on, told everything that the figures are made of. */
@FunctionalInterface
public interface BacktestProgress {
    BacktestProgress SILENT = (_, _) -> true;

    /**
     * @param candles how many have been played; @param at the time of the last one
     * @return whether to go on
     */
    boolean goOn(long candles, Instant at);

    /** The equity after a candle; every candle is told. */
    default void equity(Instant candle, BigDecimal equity) {}

    /** A trade that has just closed, before the equity of its candle. */
    default void closed(ClosedTrade trade) {}
}
