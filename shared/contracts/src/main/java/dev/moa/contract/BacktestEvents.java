package dev.moa.contract;

import io.micronaut.serde.annotation.Serdeable;
import java.math.BigDecimal;
import java.util.UUID;

/** Facts told by the backtest service; {@code RunRequested} is also its own work queue. */
public sealed interface BacktestEvents extends Fact {

    /** Somebody asked for a run; a worker takes it from the queue. */
    @Serdeable
    @Contract(name = "backtest.requested", version = 1)
    record RunRequested(UUID runId) implements BacktestEvents {}

    /**
     * A run has ended.
     *
     * @param status COMPLETED, FAILED or CANCELLED
     * @param totalReturn in percent of the starting equity, null unless completed
     */
    @Serdeable
    @Contract(name = "backtest.finished", version = 1)
    record RunFinished(UUID runId, UUID userId, String name, String status, BigDecimal totalReturn, Integer trades)
            implements BacktestEvents {}
}
