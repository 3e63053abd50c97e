package dev.moa.trading.exit;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import java.math.BigDecimal;

/**
 * {@code POST /positions/{id}/close}: all of it unless a quantity or a percentage of what is held is given; at the market unless a
 * price is. More than is held closes what is held.
 */
@Serdeable
record ClosePositionRequest(
        @Nullable BigDecimal quantity,
        @Nullable BigDecimal percent,
        @Nullable BigDecimal price) {}
