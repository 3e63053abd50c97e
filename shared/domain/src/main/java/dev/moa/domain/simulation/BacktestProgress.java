package dev.moa.domain.simulation;

import java.time.Instant;

/** Is asked now and then, every 1,000 candles, while a backtest runs. */
@FunctionalInterface
public interface BacktestProgress {
    BacktestProgress SILENT = (_, _) -> true;

    /**
     * @param candles how many have been played; @param at the time of the last one
     * @return whether to go on
     */
    boolean goOn(long candles, Instant at);
}
