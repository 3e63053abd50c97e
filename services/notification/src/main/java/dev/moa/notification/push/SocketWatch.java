package dev.moa.notification.push;

import dev.moa.notification.live.LiveEvents;
import dev.moa.platform.problem.Problem;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks after every connection, and after streams whose growth was told to nobody here. */
@Singleton
class SocketWatch {
    private static final Logger LOG = LoggerFactory.getLogger(SocketWatch.class);
    /** How far back a look at the streams reaches; longer than the database may have been away unnoticed. */
    private static final Duration REACH = Duration.ofMinutes(2);

    private final Sockets sockets;
    private final LiveEvents events;
    private final Clock clock;

    SocketWatch(Sockets sockets, LiveEvents events, Clock clock) {
        this.sockets = sockets;
        this.events = events;
        this.clock = clock;
    }

    @Scheduled(initialDelay = "1s", fixedDelay = "1s")
    void tick() {
        sockets.each(Connection::tick);
    }

    @Scheduled(initialDelay = "3s", fixedDelay = "3s")
    void look() {
        Instant since = clock.instant().minus(REACH);
        try {
            events.movedSince(sockets.people(), since).forEach(userId -> sockets.ofPerson(userId, Connection::grown));
        } catch (Problem away) {
            LOG.debug("streams are not looked at: {}", away.getMessage());
        }
    }
}
