package dev.moa.platform.identity;

import dev.moa.platform.identity.TokenVerifier.Claims;
import dev.moa.platform.problem.DependencyAway;
import dev.moa.platform.problem.Problem;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * From an access token to the caller. The token is checked here, the session behind it in Redis; a session Redis does
 * not know is asked of auth. While neither answers, the token alone is believed for reading and for nothing else.
 */
@Singleton
public class Callers {

    private final TokenVerifier tokens;
    private final SessionCache cache;
    private final SessionSource sessions;
    private final Clock clock;

    Callers(TokenVerifier tokens, SessionCache cache, SessionSource sessions, Clock clock) {
        this.tokens = tokens;
        this.cache = cache;
        this.sessions = sessions;
        this.clock = clock;
    }

    /**
     * The caller behind a token, good enough for reading (the WebSocket's first message, for example).
     *
     * @throws Problem 401 {@code unauthenticated} when the token or its session does not count
     * @throws DependencyAway when no key is known yet and auth does not answer
     */
    public Caller authenticate(String token) {
        return authenticate(token, Need.READ);
    }

    /** As {@link #authenticate(String)}, for a call of the given weight; 503 {@code session_unverifiable} besides. */
    Caller authenticate(String token, Need need) {
        Claims claims = tokens.verify(token);
        Optional<SessionCache.Known> known;
        try {
            known = cache.read(claims.sessionId());
        } catch (DependencyAway redis) {
            return withoutRedis(claims, need);
        }
        return known.map(session -> caller(claims, Optional.ofNullable(session.state())))
                .orElseGet(() -> askAuth(claims, need));
    }

    private Caller withoutRedis(Claims claims, Need need) {
        return switch (need) {
            case READ -> sessions.isNearby() ? askAuth(claims, need) : claims.unverified();
            case MONEY -> throw unverifiable();
            case CHANGE, SAFETY -> askAuth(claims, need);
        };
    }

    private Caller askAuth(Claims claims, Need need) {
        Optional<SessionState> session;
        try {
            session = sessions.find(claims.sessionId());
        } catch (DependencyAway auth) {
            if (need == Need.READ) {
                return claims.unverified();
            }
            throw unverifiable();
        }
        return caller(claims, session);
    }

    private Caller caller(Claims claims, Optional<SessionState> session) {
        return session.filter(state -> state.isAliveAt(clock.instant()))
                .filter(state -> state.userId().equals(claims.userId()))
                .map(state -> new Caller(
                        claims.userId(),
                        claims.sessionId(),
                        state.username(),
                        state.role(),
                        Set.copyOf(state.permissions()),
                        true))
                .orElseThrow(() -> Problem.unauthenticated("This session has ended."));
    }

    private static Problem unverifiable() {
        return Problem.of(503, "session_unverifiable", "Your session cannot be checked right now; nothing was done.")
                .retryAfter(Duration.ofSeconds(2));
    }

    /** How much a call may do, and so how surely its caller must be known. */
    enum Need {
        READ,
        CHANGE,
        MONEY,
        SAFETY
    }
}
