package dev.moa.auth.user;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A person as stored. The password hash never leaves the service. */
public record Account(
        UUID accountId,
        String username,
        String email,
        boolean emailVerified,
        String name,
        String passwordHash,
        String role,
        List<String> permissions,
        Instant createdAt) {

    /** Names the account without its hash. */
    @Override
    public String toString() {
        return "Account[" + accountId + "]";
    }
}
