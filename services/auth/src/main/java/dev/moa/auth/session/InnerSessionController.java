package dev.moa.auth.session;

import dev.moa.platform.identity.SessionState;
import dev.moa.platform.problem.Problem;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.UUID;

/** What our own services ask when Redis does not know. */
@Hidden
@Controller("/internal/sessions")
@ExecuteOn(TaskExecutors.BLOCKING)
class InnerSessionController {

    private final LocalSessions sessions;

    InnerSessionController(LocalSessions sessions) {
        this.sessions = sessions;
    }

    @Get("/{sessionId}")
    SessionState session(UUID sessionId) {
        return sessions.find(sessionId).orElseThrow(Problem::notFound);
    }
}
