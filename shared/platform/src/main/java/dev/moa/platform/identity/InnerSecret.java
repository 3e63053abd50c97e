package dev.moa.platform.identity;

import dev.moa.crypto.token.Tokens;
import dev.moa.platform.settings.BadSetting;
import dev.moa.platform.settings.Secrets;
import io.micronaut.context.annotation.Context;

/**
 * The secret our services show each other on {@code /internal/**}. Read at start, so that a service without one does not
 * start instead of answering strangers.
 */
@Context
class InnerSecret {

    static final String HEADER = "X-Moa-Inner";

    private static final int SHORTEST = 16;

    private final String secret;

    InnerSecret(Secrets secrets) {
        secret = secrets.required("MOA_INNER_SECRET");
        if (secret.length() < SHORTEST) {
            throw new BadSetting("MOA_INNER_SECRET is too short: it needs at least " + SHORTEST + " characters.");
        }
    }

    String value() {
        return secret;
    }

    boolean matches(String shown) {
        return shown != null && Tokens.equal(secret, shown);
    }
}
