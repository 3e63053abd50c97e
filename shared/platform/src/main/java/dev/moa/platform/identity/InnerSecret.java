package dev.moa.platform.identity;

import dev.moa.crypto.token.Tokens;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Property;
import io.micronaut.core.annotation.Nullable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The secret our services show each other on {@code /internal/**}. Read at start, so that a service without one does not
 * start instead of answering strangers.
 */
@Context
class InnerSecret {

    static final String HEADER = "X-Moa-Inner";

    private static final int SHORTEST = 16;

    private final String secret;

    InnerSecret(
            @Nullable @Property(name = "moa.inner-secret") String given,
            @Nullable @Property(name = "moa.inner-secret-file") String file) {
        secret = given != null && !given.isBlank() ? given.strip() : read(file);
        if (secret.length() < SHORTEST) {
            throw new IllegalStateException(
                    "MOA_INNER_SECRET (or its _FILE) must be set to at least " + SHORTEST + " characters");
        }
    }

    String value() {
        return secret;
    }

    boolean matches(String shown) {
        return shown != null && Tokens.equal(secret, shown);
    }

    private static String read(String file) {
        if (file == null || file.isBlank()) {
            return "";
        }
        try {
            return Files.readString(Path.of(file)).strip();
        } catch (IOException unreadable) {
            throw new IllegalStateException("MOA_INNER_SECRET_FILE cannot be read: " + file, unreadable);
        }
    }
}
