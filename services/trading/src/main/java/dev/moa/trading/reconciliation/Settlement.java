package dev.moa.trading.reconciliation;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.UUID;

/**
 * What a person says about a difference.
 *
 * @param as filled, not_placed, accept_venue or keep_ours
 * @param price for filled: at what average price; @param quantity how much, else all of it
 */
@Serdeable
record Settlement(
        @NotNull UUID quarantineId,
        @NotBlank @Size(max = 20) String as,
        @Nullable @Positive BigDecimal price,
        @Nullable @Positive BigDecimal quantity,
        @Nullable @PositiveOrZero BigDecimal fee,
        @Nullable @Size(max = 64) String venueOrderId,
        @Nullable @Size(max = 500) String note) {}
