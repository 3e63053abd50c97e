package dev.moa.auth.session;

import dev.moa.platform.identity.Caller;
import dev.moa.platform.page.Page;
import dev.moa.platform.page.PageRequest;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.UUID;

@Controller("/api/v1/users/me/sessions")
@ExecuteOn(TaskExecutors.BLOCKING)
class SessionsController {

    private final Sessions sessions;
    private final SessionEnding ending;

    SessionsController(Sessions sessions, SessionEnding ending) {
        this.sessions = sessions;
        this.ending = ending;
    }

    @Get
    Page<SessionView> list(Caller caller, @Nullable @QueryValue Integer limit, @Nullable @QueryValue String cursor) {
        PageRequest page = PageRequest.of(limit, cursor);
        return Page.of(sessions.listAlive(caller.userId(), page.before(), page.fetch()), page, Session::sessionId)
                .map(session -> SessionView.of(session, caller));
    }

    @Delete("/{sessionId}")
    @Status(HttpStatus.NO_CONTENT)
    void end(Caller caller, UUID sessionId) {
        ending.endOwn(caller.userId(), sessionId);
    }

    @Serdeable
    record SessionView(
            UUID sessionId,
            boolean current,
            String address,
            String userAgent,
            Instant createdAt,
            Instant lastSeenAt,
            Instant expiresAt) {

        static SessionView of(Session session, Caller caller) {
            return new SessionView(
                    session.sessionId(),
                    session.sessionId().equals(caller.sessionId()),
                    session.device().address(),
                    session.device().userAgent(),
                    session.createdAt(),
                    session.lastSeenAt(),
                    session.expiresAt());
        }
    }
}
