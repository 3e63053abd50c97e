package dev.moa.trading.reconciliation;

import dev.moa.broker.BrokerGateway;
import dev.moa.broker.reconciliation.Reconciler;
import java.time.Duration;
import java.time.Instant;

/** When one account is to be compared next, and what the last comparison left open. Used by one thread at a time. */
final class AccountWatch {
    final Reconciler reconciler;
    private final ReconciliationSettings settings;
    private BrokerGateway compared;
    private long doubts;
    private boolean watching;
    private Instant ordersAt = Instant.MIN;
    private Instant booksAt = Instant.MIN;
    private Instant triedAt = Instant.MIN;
    volatile boolean running;
    volatile String failure;

    AccountWatch(Reconciler reconciler, ReconciliationSettings settings) {
        this.reconciler = reconciler;
        this.settings = settings;
    }

    /** What is due. */
    enum Due {
        NOTHING,
        ORDERS,
        EVERYTHING
    }

    /**
     * @param gateway as it is now, null while the account is not open
     * @param sessionEnd when a session ended last in which the account trades; null when none has
     */
    Due due(BrokerGateway gateway, Instant sessionEnd, Instant now) {
        if (passed(triedAt, Duration.ofSeconds(1), now) && gateway != compared || gateway == null) {
            return passed(triedAt, Duration.ofSeconds(1), now) ? Due.EVERYTHING : Due.NOTHING;
        }
        boolean doubtful = gateway.link().doubts() != doubts;
        if (doubtful || watching && passed(ordersAt, settings.watching(), now)) {
            boolean tooSoon = failure != null && !passed(triedAt, Duration.ofSeconds(1), now);
            return tooSoon ? Due.NOTHING : Due.EVERYTHING;
        }
        boolean sessionOver = sessionEnd != null && booksAt.isBefore(sessionEnd);
        if (sessionOver || passed(booksAt, settings.books(), now)) {
            return Due.EVERYTHING;
        }
        return passed(ordersAt, settings.orders(), now) ? Due.ORDERS : Due.NOTHING;
    }

    private static boolean passed(Instant since, Duration time, Instant now) {
        return since.equals(Instant.MIN) || !now.isBefore(since.plus(time));
    }

    void tries(Instant now) {
        triedAt = now;
    }

    /** @param doubtsBefore of the gateway before it was asked */
    void done(BrokerGateway gateway, long doubtsBefore, boolean withBooks, boolean stillWatching, Instant now) {
        compared = gateway;
        doubts = doubtsBefore;
        watching = stillWatching;
        ordersAt = now;
        booksAt = withBooks ? now : booksAt;
        failure = null;
    }

    /** Null before the first comparison of this process. */
    Instant lastAt() {
        return ordersAt.equals(Instant.MIN) ? null : ordersAt;
    }

    boolean isCompared(BrokerGateway gateway) {
        return gateway != null && gateway == compared;
    }
}
