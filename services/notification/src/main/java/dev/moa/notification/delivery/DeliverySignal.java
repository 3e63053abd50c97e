package dev.moa.notification.delivery;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Wakes the sending thread; many rings before it looks are one. */
@Singleton
class DeliverySignal {
    private final Semaphore bell = new Semaphore(0);

    void ring() {
        bell.release();
    }

    void await(Duration limit) throws InterruptedException {
        if (bell.tryAcquire(limit.toNanos(), TimeUnit.NANOSECONDS)) {
            bell.drainPermits();
        }
    }
}
