package dev.moa.auth.password;

import dev.moa.crypto.password.Argon2Parameters;
import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/**
 * What passwords must be and cost.
 *
 * @param shortest least number of characters; NIST's 15 for a lone factor is a habit few families keep, so 12 with a
 *     list of common ones is the default until a second factor exists
 * @param memoryKib of one Argon2id hash
 * @param passes over that memory
 * @param atOnce hashes computed at the same time; each takes its memory from the heap
 * @param longestWait for a turn, then 503
 */
@ConfigurationProperties("moa.password")
record PasswordSettings(
        @Bindable(defaultValue = "12") @Min(8) @Max(64) int shortest,

        @Bindable(defaultValue = "19456") @Min(19456) @Max(262144)
        int memoryKib,

        @Bindable(defaultValue = "2") @Min(1) @Max(10) int passes,
        @Bindable(defaultValue = "2") @Min(1) @Max(4) int atOnce,
        @Bindable(defaultValue = "10s") Duration longestWait) {

    Argon2Parameters cost() {
        return new Argon2Parameters(memoryKib, passes, 1);
    }
}
