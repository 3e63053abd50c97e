package dev.moa.auth.session;

import dev.moa.platform.identity.SessionCache;
import dev.moa.platform.problem.DependencyAway;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What all services read about sessions in Redis. Our table is the truth and Redis only makes it quick: what cannot be
 * written now is asked of us later, and ends are told again until they arrive.
 */
@Singleton
class SessionBoard {

    private static final Logger LOG = LoggerFactory.getLogger(SessionBoard.class);
    /** A little longer than any access token lives, clock skew included. */
    private static final Duration LIFE = SessionTerms.ACCESS.plusMinutes(2);

    private final SessionCache cache;
    private final SessionStore sessions;

    SessionBoard(SessionCache cache, SessionStore sessions) {
        this.cache = cache;
        this.sessions = sessions;
    }

    void show(Session session) {
        try {
            cache.write(session.sessionId(), session.state(), LIFE);
        } catch (DependencyAway redis) {
            LOG.debug("session not shown: {}", redis.detail());
        }
    }

    /** False when Redis is away; the end stays on the list of those to be told. */
    boolean showEnd(UUID sessionId) {
        try {
            cache.end(sessionId, LIFE);
        } catch (DependencyAway redis) {
            LOG.warn("end of session {} not told yet: {}", sessionId, redis.detail());
            return false;
        }
        sessions.markTold(sessionId);
        return true;
    }
}
