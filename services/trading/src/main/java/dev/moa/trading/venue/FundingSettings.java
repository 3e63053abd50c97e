package dev.moa.trading.venue;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import java.math.BigDecimal;

/**
 * How paper contracts are funded.
 *
 * @param rate what longs pay shorts each time while no rate of the contract was told, as a fraction of the position's value
 */
@ConfigurationProperties("moa.funding")
record FundingSettings(
        @Bindable(defaultValue = "0.0001") @DecimalMin("-0.05") @DecimalMax("0.05")
        BigDecimal rate) {}
