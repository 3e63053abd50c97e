package dev.moa.market.replay;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** What to replay. {@code speed} is a number or {@code max}, which it also is when left out. */
@Serdeable
record ReplayRequest(
        @NotBlank @Size(max = 1000) String path,
        @Nullable @Size(max = 80) String instrument,
        @Nullable Object speed,
        @Nullable Boolean loop) {

    ReplayRequest {
        loop = loop != null && loop;
    }
}
