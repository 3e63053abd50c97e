/** Prices in: live feeds and replays become ticks, candles and quotes, told to everybody else. */
@Configuration
@Requires(env = "market")
package dev.moa.market;

import io.micronaut.context.annotation.Configuration;
import io.micronaut.context.annotation.Requires;
