package dev.moa.backtest.history;

import dev.moa.backtest.measure.Figures;
import dev.moa.backtest.run.RunPlan;
import java.time.Instant;
import java.util.UUID;

/** A run as it stands, without its curve and trades. */
record StoredRun(
        UUID id,
        String name,
        String state,
        int progress,
        RunPlan plan,
        Figures figures,
        String error,
        Instant createdAt,
        Instant startedAt,
        Instant finishedAt) {}
