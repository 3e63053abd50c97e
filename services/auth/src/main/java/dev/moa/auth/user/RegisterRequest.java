package dev.moa.auth.user;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;

/** Body of {@code POST /auth/register}. */
@Serdeable
record RegisterRequest(
        @Nullable String email,
        @Nullable String username,
        @Nullable String password,
        @Nullable String name,
        @Nullable String locale,
        @Nullable String inviteCode) {

    /** Says nothing of the password and the code. */
    @Override
    public String toString() {
        return "RegisterRequest";
    }
}
