package dev.moa.platform.identity;

import java.util.Optional;
import java.util.UUID;

/** The durable truth about sessions: auth itself. In auth's own process its table is read, elsewhere auth is asked. */
public interface SessionSource {

    /**
     * @return empty when there is no such session or it has ended
     * @throws dev.moa.platform.problem.DependencyAway when nobody can tell right now
     */
    Optional<SessionState> find(UUID sessionId);

    /** Whether asking is as cheap as a local read, so that it may be done for every call while Redis is away. */
    default boolean isNearby() {
        return false;
    }
}
