package dev.moa.notification.push;

import dev.moa.platform.identity.Caller;
import dev.moa.platform.identity.Callers;
import dev.moa.platform.json.Json;
import dev.moa.platform.json.UnreadableJson;
import dev.moa.platform.problem.Problem;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;

/** Who is behind a token that came as a message. */
@Singleton
class SignIn {
    private final Callers callers;
    private final Json json;

    SignIn(Callers callers, Json json) {
        this.callers = callers;
        this.json = json;
    }

    /**
     * @throws Problem 401 when the token or its session does not count, 503 when nobody can tell
     */
    Signed check(String token) {
        Caller caller = callers.authenticate(token);
        return new Signed(caller, expiry(token), token);
    }

    /** The token was found good before, so its claims may be read. */
    private Instant expiry(String token) {
        try {
            String claims = token.split("\\.", 3)[1];
            String text = new String(Base64.getUrlDecoder().decode(claims), StandardCharsets.UTF_8);
            return Instant.ofEpochSecond(json.read(text, Claims.class).exp());
        } catch (IllegalArgumentException | UnreadableJson odd) {
            throw Problem.unauthenticated("The access token cannot be read.");
        }
    }

    /** A person on this connection, until then. */
    record Signed(Caller caller, Instant expiresAt, String token) {

        @Override
        public String toString() {
            return caller.toString();
        }
    }

    @Serdeable
    record Claims(long exp) {}
}
