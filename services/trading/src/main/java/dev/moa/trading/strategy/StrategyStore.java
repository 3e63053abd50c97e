package dev.moa.trading.strategy;

import dev.moa.domain.candle.Interval;
import dev.moa.domain.instrument.InstrumentId;
import dev.moa.platform.page.Page;
import dev.moa.platform.page.PageRequest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

interface StrategyStore {
    void add(Strategy strategy);

    void change(Strategy strategy);

    void delete(UUID id, Instant at);

    Optional<Strategy> find(UUID id);

    Page<Strategy> ofUser(UUID userId, PageRequest page);

    /** In the order of their making. */
    List<Strategy> activeOn(InstrumentId instrument, Interval timeframe);

    int countOfUser(UUID userId);
}
