package dev.moa.trading.account;

import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.util.concurrent.Semaphore;

/**
 * Lets half as many lanes into the database at once as there are connections: the others wait here, in order, and not for a
 * connection, of which requests and jobs need some too. Without it, many accounts that open at the same moment keep the whole
 * service from starting.
 */
@Singleton
final class Turnstile {
    private final Semaphore places;

    Turnstile(@Value("${datasources.default.maximum-pool-size}") int connections) {
        places = new Semaphore(Math.max(1, connections / 2), true);
    }

    void pass(Runnable transaction) {
        places.acquireUninterruptibly();
        try {
            transaction.run();
        } finally {
            places.release();
        }
    }
}
