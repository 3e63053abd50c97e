package dev.moa.notification.delivery;

import dev.moa.platform.crash.CrashPoint;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** One try of one message, and what is remembered of it. */
@Singleton
class Sending {
    /** Longer than any request may take, so that a second process never sends what the first is sending. */
    static final Duration LEASE = Duration.ofSeconds(20);

    private final DeliveryStore store;
    private final Outlet outlet;
    private final MeterRegistry meters;
    private final Clock clock;

    Sending(DeliveryStore store, Outlet outlet, MeterRegistry meters, Clock clock) {
        this.store = store;
        this.outlet = outlet;
        this.meters = meters;
        this.clock = clock;
    }

    boolean isOpen() {
        return outlet.isOpen();
    }

    /** Whether the next message of the address may be tried right away. */
    boolean send(Delivery delivery) {
        if (!store.claim(delivery, clock.instant().plus(LEASE))) {
            return false;
        }
        CrashPoint.at("CP23");
        Outcome outcome = outlet.send(delivery.address(), delivery.text(), delivery.buttons(), delivery.uncertain());
        meters.counter(
                        "moa_delivery_tries",
                        "channel",
                        "telegram",
                        "outcome",
                        outcome.getClass().getSimpleName().toLowerCase(java.util.Locale.ROOT))
                .increment();
        CrashPoint.at("CP24");
        return remember(delivery, outcome);
    }

    private boolean remember(Delivery delivery, Outcome outcome) {
        Instant now = clock.instant();
        int tries = delivery.tries() + 1;
        switch (outcome) {
            case Outcome.Sent sent -> store.finish(delivery.id(), DeliveryState.SENT, null, now);
            case Outcome.Refused refused -> store.finish(delivery.id(), DeliveryState.DEAD, refused.reason(), now);
            case Outcome.Wait wait -> {
                Delivery same = delivery.after(delivery.tries(), delivery.uncertain());
                store.postpone(same, wait.reason(), now.plus(wait.duration()));
                return false;
            }
            case Outcome.Failed failed -> {
                if (RetryPlan.isSpent(tries)) {
                    store.finish(delivery.id(), DeliveryState.DEAD, failed.reason(), now);
                    return true;
                }
                Instant next = now.plus(RetryPlan.pauseAfter(tries));
                boolean uncertain = failed.uncertain() || delivery.uncertain();
                store.postpone(delivery.after(tries, uncertain), failed.reason(), next);
                return false;
            }
        }
        return true;
    }
}
