/** Accounts, orders, positions, risk, strategies and signals: everything that moves money, on paper and for real. */
@Configuration
@Requires(env = "trading")
package dev.moa.trading;

import io.micronaut.context.annotation.Configuration;
import io.micronaut.context.annotation.Requires;
