package dev.moa.domain.simulation;

import dev.moa.domain.performance.EquityPoint;
import dev.moa.domain.performance.Performance;
import dev.moa.domain.portfolio.ClosedTrade;
import dev.moa.domain.portfolio.Position;
import java.util.List;
import java.util.Map;

/**
 * What a backtest found.
 *
 * @param candles how many were played
 * @param trades in the order in which they closed
 * @param open the position that was still held at the end, or null
 * @param curve the equity after each candle, thinned out to at most 2,000 points
 * @param refusals how often each reason kept an order from being placed
 * @param cancelled whether it was stopped before the last candle; the figures then tell of what was played
 */
public record BacktestResult(
        long candles,
        Performance performance,
        List<ClosedTrade> trades,
        Position open,
        List<EquityPoint> curve,
        Map<String, Integer> refusals,
        boolean cancelled) {}
