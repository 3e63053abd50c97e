package dev.moa.platform.outbox;

import dev.moa.contract.Fact;
import java.util.List;
import java.util.Set;

/**
 * A consumer of facts: one bean is one queue. The platform declares the queue, calls the handler in order, one message
 * at a time, inside a transaction that also remembers the event, and acknowledges after the commit: each event has its
 * effect exactly once. What the handler does outside the database may happen again and must stand it.
 */
public interface FactHandler {

    /** The queue's last word, lower case; the queue is {@code moa.<service>.<queue>}. Never renamed: its memory hangs on it. */
    String queue();

    /** The record classes it wants, for example {@code Set.of(TradingEvents.OrderFilled.class)}. */
    Set<Class<? extends Fact>> facts();

    /**
     * Brings about the effect. An exception rolls it back; after a few repetitions the message goes to the dead queue.
     * {@link dev.moa.platform.problem.DependencyAway} is not the message's fault: it is repeated until it passes.
     */
    void handle(Received<?> received);

    /** The same for all new messages of one transaction, in order; for a handler that writes many at once for less. */
    default void handleAll(List<Received<?>> received) {
        received.forEach(this::handle);
    }

    /** How many waiting messages may share one transaction; more is faster and repeats more when one of them fails. */
    default int batch() {
        return 1;
    }
}
