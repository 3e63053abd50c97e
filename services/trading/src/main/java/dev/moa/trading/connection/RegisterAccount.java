package dev.moa.trading.connection;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Map;

/** {@code POST /accounts/register}, see api.md. */
@Serdeable
record RegisterAccount(
        @NotBlank @Size(max = 30) String broker,
        @Nullable @Size(max = 60) String label,
        @Nullable @Size(max = 10) String environment,
        @Nullable @Size(max = 10) Map<String, String> credentials,
        @Nullable @Size(max = 20) Map<String, Object> limits) {

    /** Names no secret. */
    @Override
    public String toString() {
        return "RegisterAccount[" + broker + "]";
    }
}
