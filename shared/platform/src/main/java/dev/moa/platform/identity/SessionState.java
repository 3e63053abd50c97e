package dev.moa.platform.identity;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What is known about a session right now; it outranks the claims of a token.
 *
 * @param state {@code alive} or {@code ended}
 * @param expiresAt after this moment the session counts as ended
 */
@Serdeable
public record SessionState(
        UUID userId, String username, String role, List<String> permissions, String state, Instant expiresAt) {

    /** The marker of an ended session. It is written beside whatever else stands there and is never taken back. */
    static final Map<String, String> ENDED = Map.of("ended", "true", "state", "ended");

    public boolean isAliveAt(Instant now) {
        return state.equals("alive") && now.isBefore(expiresAt);
    }

    Map<String, String> toHash() {
        Map<String, String> hash = new HashMap<>();
        hash.put("user_id", userId.toString());
        hash.put("username", username);
        hash.put("role", role);
        hash.put("permissions", String.join(",", permissions));
        hash.put("state", state);
        hash.put("expires_at", expiresAt.toString());
        return hash;
    }

    /** Empty when the hash is incomplete, which counts as not knowing the session. */
    static Optional<SessionState> ofHash(Map<String, String> hash) {
        if (!hash.keySet().containsAll(List.of("user_id", "username", "role", "state", "expires_at"))) {
            return Optional.empty();
        }
        String permissions = hash.getOrDefault("permissions", "");
        return Optional.of(new SessionState(
                UUID.fromString(hash.get("user_id")),
                hash.get("username"),
                hash.get("role"),
                permissions.isEmpty() ? List.of() : List.of(permissions.split(",")),
                hash.get("state"),
                Instant.parse(hash.get("expires_at"))));
    }

    static boolean isEnded(Map<String, String> hash) {
        return hash.containsKey("ended") || "ended".equals(hash.get("state"));
    }
}
