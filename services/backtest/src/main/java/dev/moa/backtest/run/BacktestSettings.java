package dev.moa.backtest.run;

import io.micronaut.context.annotation.ConfigurationProperties;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;

/**
 * Settings of the backtest service.
 *
 * @param lease how long a silent worker counts as alive ({@code MOA_BACKTEST_LEASE})
 * @param poll how often the worker looks for runs it was not woken for ({@code MOA_BACKTEST_POLL})
 * @param queue how many unfinished runs a person may have ({@code MOA_BACKTEST_QUEUE})
 */
@ConfigurationProperties("moa.backtest")
record BacktestSettings(
        @NotNull Duration lease,
        @NotNull Duration poll,
        @Min(1) @Max(1000) int queue) {}
