package dev.moa.auth.session;

import dev.moa.platform.identity.SessionSource;
import dev.moa.platform.identity.SessionState;
import io.micronaut.context.annotation.Primary;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

/** The durable copy. Whoever had to ask finds the answer in Redis the next time. */
@Singleton
@Primary
class LocalSessions implements SessionSource {

    private final SessionStore sessions;
    private final SessionBoard board;
    private final Clock clock;

    LocalSessions(SessionStore sessions, SessionBoard board, Clock clock) {
        this.sessions = sessions;
        this.board = board;
        this.clock = clock;
    }

    @Override
    public Optional<SessionState> find(UUID sessionId) {
        Optional<Session> alive = sessions.find(sessionId).filter(session -> session.isAliveAt(clock.instant()));
        alive.ifPresent(board::show);
        return alive.map(Session::state);
    }

    @Override
    public boolean isNearby() {
        return true;
    }
}
