package dev.moa.backtest.history;

import dev.moa.backtest.measure.Trade;
import dev.moa.platform.page.PageRequest;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Reads what runs have found. */
interface ResultStore {

    /** The person's runs, newest first. */
    List<StoredRun> list(UUID userId, PageRequest page);

    Optional<StoredRun> find(UUID userId, UUID id);

    /** Pairs of time and equity, oldest first; empty unless completed. */
    List<List<String>> curve(UUID id);

    /** Trades numbered above {@code after}, in their order. */
    List<Trade> trades(UUID id, int after, int limit);
}
