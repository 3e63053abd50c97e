package dev.moa.backtest.run;

import java.util.UUID;

/**
 * A run that a worker holds.
 *
 * @param attempt which time it was taken up; whatever is written must name it, so that a worker presumed dead writes nothing
 */
record Claimed(UUID id, UUID userId, String name, RunPlan plan, int attempt) {}
