/** Backtests: runs strategies over stored candles, one at a time, and keeps what they found. */
@Configuration
@Requires(env = "backtest")
package dev.moa.backtest;

import io.micronaut.context.annotation.Configuration;
import io.micronaut.context.annotation.Requires;
