package dev.moa.contract;

import io.micronaut.serde.annotation.Serdeable;
import java.util.UUID;

/** Facts told by the auth service. */
public sealed interface AuthEvents extends Fact {

    /** A person has an account now. {@code locale} is a BCP 47 tag such as {@code ko} or {@code en}. */
    @Serdeable
    @Contract(name = "user.registered", version = 1)
    record UserRegistered(UUID userId, String username, String role, String locale) implements AuthEvents {}

    /** A session has ended (logout, ended on another device, reuse of a spent refresh token). */
    @Serdeable
    @Contract(name = "session.ended", version = 1)
    record SessionEnded(UUID sessionId, UUID userId, String reason) implements AuthEvents {}
}
