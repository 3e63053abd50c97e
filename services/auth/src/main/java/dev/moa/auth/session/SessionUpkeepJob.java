package dev.moa.auth.session;

import dev.moa.platform.problem.DependencyAway;
import dev.moa.platform.sql.SqlFailure;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells Redis of ends it has missed, and forgets sessions that ended long ago. */
@Singleton
class SessionUpkeepJob {

    private static final Logger LOG = LoggerFactory.getLogger(SessionUpkeepJob.class);
    private static final int AT_ONCE = 500;
    private static final Duration KEPT = Duration.ofDays(30);

    private final SessionStore sessions;
    private final SessionBoard board;
    private final Clock clock;

    SessionUpkeepJob(SessionStore sessions, SessionBoard board, Clock clock) {
        this.sessions = sessions;
        this.board = board;
        this.clock = clock;
    }

    /** Often, because until then a session that has ended may still read as alive in a Redis that was cut off. */
    @Scheduled(initialDelay = "1s", fixedDelay = "1s")
    void retell() {
        try {
            for (UUID ended : sessions.untoldEnds(AT_ONCE)) {
                if (!board.showEnd(ended)) {
                    return;
                }
            }
        } catch (DependencyAway | SqlFailure notNow) {
            LOG.info("ended sessions not looked up, next try in a second: {}", notNow.getMessage());
        }
    }

    @Scheduled(initialDelay = "10m", fixedDelay = "6h")
    void forget() {
        sessions.deleteEndedBefore(clock.instant().minus(KEPT));
    }
}
