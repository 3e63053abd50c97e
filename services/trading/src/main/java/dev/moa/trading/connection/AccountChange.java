package dev.moa.trading.connection;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.constraints.Size;
import java.util.Map;

/** {@code PUT /accounts/{id}}; what is missing stays. */
@Serdeable
record AccountChange(
        @Nullable @Size(min = 1, max = 60) String label,
        @Nullable @Size(max = 20) Map<String, Object> limits) {}
