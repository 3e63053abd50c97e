package dev.moa.platform.outbox;

import dev.moa.platform.problem.DependencyAway;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tries until a message has had its effect or is known never to have it. Waits where it stands, because whatever comes
 * after it for the same owner must come after it.
 */
final class Patience {

    private static final Logger LOG = LoggerFactory.getLogger(Patience.class);
    private static final int ATTEMPTS = 4;

    private final Effects effects;
    private final DeadLetters deadLetters;
    private final BooleanSupplier goOn;

    /** @param goOn false once it makes no sense to wait any longer: stopping, or the channel is gone */
    Patience(Effects effects, DeadLetters deadLetters, BooleanSupplier goOn) {
        this.effects = effects;
        this.deadLetters = deadLetters;
        this.goOn = goOn;
    }

    /** All of them at once if that works, else one by one. True when nothing more is to be done for any of them. */
    boolean settle(List<String> messages) throws InterruptedException {
        if (messages.size() > 1) {
            try {
                effects.of(messages);
                return true;
            } catch (RuntimeException oneOfThem) {
                LOG.debug("one by one after {}", oneOfThem.toString());
            }
        }
        for (String message : messages) {
            if (!settle(message)) {
                return false;
            }
        }
        return true;
    }

    private boolean settle(String message) throws InterruptedException {
        Backoff afterFailure = new Backoff(Duration.ofMillis(100), Duration.ofSeconds(2));
        Backoff whileAway = new Backoff(Duration.ofMillis(200), Duration.ofSeconds(3));
        for (int failures = 0; goOn.getAsBoolean(); ) {
            try {
                effects.of(List.of(message));
                return true;
            } catch (DependencyAway away) {
                LOG.debug("a message waits for {}", away.dependency());
                Thread.sleep(whileAway.next());
            } catch (NotUnderstood never) {
                return deadLetters.bury(message, never);
            } catch (RuntimeException failure) {
                failures++;
                if (failures == ATTEMPTS) {
                    return deadLetters.bury(message, failure);
                }
                LOG.warn("a message failed, attempt {}: {}", failures, failure.toString());
                Thread.sleep(afterFailure.next());
            }
        }
        return false;
    }
}
