package dev.moa.backtest.measure;

import java.util.List;

/**
 * The outcome of a completed run.
 *
 * @param curve pairs of time and equity, at most 1,000, oldest first
 * @param trades closed ones first; a position still held comes last
 */
public record Findings(Figures figures, List<List<String>> curve, List<Trade> trades) {}
