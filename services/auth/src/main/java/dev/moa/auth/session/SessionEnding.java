package dev.moa.auth.session;

import dev.moa.contract.AuthEvents.SessionEnded;
import dev.moa.platform.outbox.Outbox;
import dev.moa.platform.problem.Problem;
import dev.moa.platform.sql.Sql;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.UUID;

/** Ends sessions at once: first in the table, for good, then in Redis for everybody who reads there. */
@Singleton
public class SessionEnding {

    static final String LOGOUT = "logout";
    static final String BY_OWNER = "ended_by_owner";

    private final SessionStore sessions;
    private final SessionBoard board;
    private final Outbox outbox;
    private final Sql sql;
    private final Clock clock;

    SessionEnding(SessionStore sessions, SessionBoard board, Outbox outbox, Sql sql, Clock clock) {
        this.sessions = sessions;
        this.board = board;
        this.outbox = outbox;
        this.sql = sql;
        this.clock = clock;
    }

    /** The session a person is in. */
    public void logout(UUID sessionId) {
        sql.inTransaction(() -> sessions.lock(sessionId).ifPresent(session -> end(session, LOGOUT)));
        tell(sessionId);
    }

    /** A session of this person; 404 for anybody else's. */
    void endOwn(UUID accountId, UUID sessionId) {
        sql.inTransaction(() -> {
            Session session = sessions.lock(sessionId)
                    .filter(found -> found.accountId().equals(accountId) && found.isAliveAt(clock.instant()))
                    .orElseThrow(Problem::notFound);
            end(session, BY_OWNER);
        });
        tell(sessionId);
    }

    /** Within a transaction that holds the session's lock; {@link #tell} follows it. False when it had ended before. */
    public boolean end(Session session, String reason) {
        boolean ended = sessions.end(session.sessionId(), clock.instant(), reason);
        if (ended) {
            outbox.append(
                    new SessionEnded(session.sessionId(), session.accountId(), reason),
                    session.sessionId().toString(),
                    session.accountId());
        }
        return ended;
    }

    public void tell(UUID sessionId) {
        board.showEnd(sessionId);
    }
}
