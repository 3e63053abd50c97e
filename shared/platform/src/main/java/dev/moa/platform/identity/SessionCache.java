package dev.moa.platform.identity;

import dev.moa.platform.live.Live;
import dev.moa.platform.problem.DependencyAway;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Sessions in Redis, hash {@code session:{sid}}. Only auth writes. An ended session is marked in a field of its own that
 * writing an alive state leaves alone, so that a late write-back never revives it.
 */
@Singleton
public class SessionCache {

    /** The Redis channel that tells of ended sessions, as {@code {"session_id":…,"state":"ended"}}. */
    public static final String CHANNEL = "sessions";

    private final Live live;

    SessionCache(Live live) {
        this.live = live;
    }

    /**
     * @return empty when Redis does not know the session, which is no verdict
     * @throws DependencyAway when Redis does not answer
     */
    Optional<Known> read(UUID sessionId) {
        Optional<Map<String, String>> hash = live.hash(key(sessionId));
        if (hash.isEmpty() && !live.available()) {
            throw new DependencyAway("redis");
        }
        return hash.filter(fields -> !fields.isEmpty()).flatMap(SessionCache::known);
    }

    /** Writes what auth knows. Throws {@link DependencyAway} when Redis does not answer. */
    public void write(UUID sessionId, SessionState state, Duration ttl) {
        live.putHash(key(sessionId), state.toHash(), ttl);
    }

    /** Marks the session as ended for good and tells all services. Throws {@link DependencyAway} likewise. */
    public void end(UUID sessionId, Duration ttl) {
        live.putHash(key(sessionId), SessionState.ENDED, ttl);
        live.publish(CHANNEL, Map.of("session_id", sessionId.toString(), "state", "ended"));
    }

    private static Optional<Known> known(Map<String, String> fields) {
        if (SessionState.isEnded(fields)) {
            return Optional.of(new Known(null));
        }
        return SessionState.ofHash(fields).map(Known::new);
    }

    private static String key(UUID sessionId) {
        return "session:" + sessionId;
    }

    /** What Redis says: an alive state, or null for an ended session. */
    record Known(SessionState state) {}
}
