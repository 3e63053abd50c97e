package dev.moa.database;

import java.util.List;

/**
 * The result of a run.
 *
 * @param applied one entry per migration that was applied now, such as {@code market V001 instruments ticks candles}
 * @param storage {@code TimescaleDB: hypertables} or {@code native partitions}
 */
public record Migrated(List<String> applied, String storage) {
    public Migrated {
        applied = List.copyOf(applied);
    }
}
