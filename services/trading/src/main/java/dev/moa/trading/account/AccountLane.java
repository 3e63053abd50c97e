package dev.moa.trading.account;

import dev.moa.broker.BrokerGateway;
import dev.moa.domain.instrument.InstrumentId;
import dev.moa.domain.order.Order;
import dev.moa.domain.simulation.PriceMove;
import dev.moa.domain.value.AccountId;
import dev.moa.domain.value.OrderId;
import dev.moa.platform.problem.DependencyAway;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs everything of one account on one virtual thread in the order of arrival, so that there is no lock around the
 * book and every run can be repeated exactly.
 *
 * <p>What waits is run as one batch in one transaction; only after its commit are requests sent to the venue and
 * answers given. What the venue answers at once is run before anything newer begins. A batch that fails leaves nothing:
 * the book is read from the database again, exactly as at start, and its tasks are run one by one.
 */
public final class AccountLane {
    private static final Logger LOG = LoggerFactory.getLogger(AccountLane.class);
    private static final int BATCH = 64;
    private static final int WAITING_AT_MOST = 5_000;

    /** What is done with the book. Refusals are answers, not exceptions: an exception undoes the whole batch. */
    @FunctionalInterface
    public interface Task<T> {
        T run(LaneTurn turn);
    }

    private final Account account;
    private final LaneBook book;
    private final BlockingQueue<Work<?>> arrivals = new LinkedBlockingQueue<>(WAITING_AT_MOST);
    private final Deque<Work<?>> followUps = new ArrayDeque<>();
    private final Thread thread;
    private volatile boolean closed;

    AccountLane(Account account, LaneBook book) {
        this.account = account;
        this.book = book;
        this.thread = Thread.ofVirtual().name("lane-" + account.id()).unstarted(this::work);
    }

    void start() {
        thread.start();
    }

    public Account account() {
        return account;
    }

    /** The venue of the account; only for tasks of this lane and what they do after the commit. */
    public BrokerGateway venue() {
        return book.gateway();
    }

    /** What may leave for the venue now; may be asked from any thread. */
    public Gate gate() {
        return book.gate();
    }

    /** Opens or closes the way to the venue; only for tasks of this lane, after their commit. */
    public void gate(Gate now) {
        book.gate(this, now);
    }

    Optional<Attempt> attempt(OrderId order) {
        return book.attempt(order);
    }

    void attempt(OrderId order, Attempt last) {
        book.attempt(order, last);
    }

    /** Orders that were refused for their venue's rate and may be handed in again now; may be asked from any thread. */
    public List<OrderId> due(Instant now) {
        return book.due(now);
    }

    /** The order under the name that it has at its venue; only for tasks of this lane. */
    public Order named(Order order) {
        return book.named(order);
    }

    /** Instruments whose price matters to this account now; may be asked from any thread. */
    public Set<InstrumentId> watched() {
        return book.watched();
    }

    /** Whether this move may change anything of this account; may be asked from any thread. */
    public boolean concerns(InstrumentId instrument, PriceMove move) {
        return book.concerns(instrument, move);
    }

    /** Puts the task at the end of the queue; the answer comes after its transaction has been committed. */
    public <T> CompletableFuture<T> submit(Task<T> task) {
        var work = new Work<>(task);
        if (closed || !arrivals.offer(work)) {
            work.answer.completeExceptionally(new DependencyAway("trading"));
        }
        return work.answer;
    }

    /** As {@link #submit}, and waits for the answer. */
    public <T> T call(Task<T> task) {
        try {
            return submit(task).join();
        } catch (CompletionException failure) {
            throw failure.getCause() instanceof RuntimeException cause ? cause : failure;
        }
    }

    /** Runs the task before anything that is waiting, when told from the lane itself; otherwise as {@link #submit}. */
    public void follow(Task<?> task) {
        if (Thread.currentThread() == thread) {
            followUps.add(new Work<>(task));
        } else {
            submit(task);
        }
    }

    /** What is in memory may be outdated: the book is read from the database before anything else is done with it. */
    public void reread() {
        submit(turn -> {
            throw new BookOutdated(account.id());
        });
    }

    void close() {
        closed = true;
        thread.interrupt();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void work() {
        try {
            while (!closed) {
                if (followUps.isEmpty()) {
                    runArrivals(arrivals());
                } else {
                    runFollowUps(List.copyOf(followUps));
                }
            }
        } catch (InterruptedException end) {
            LOG.debug("lane {} closes", account.id());
        }
        book.release();
        List<Work<?>> left = new ArrayList<>(followUps);
        arrivals.drainTo(left);
        left.forEach(work -> work.fail(new DependencyAway("trading")));
    }

    /** Waits for work; a book that could not be read is tried again every second, so that nothing in it waits for long. */
    private List<Work<?>> arrivals() throws InterruptedException {
        List<Work<?>> batch = new ArrayList<>();
        Work<?> first = book.isOpen() ? arrivals.take() : arrivals.poll(1, TimeUnit.SECONDS);
        if (first != null) {
            batch.add(first);
            arrivals.drainTo(batch, BATCH - 1);
        }
        return batch;
    }

    private void runArrivals(List<Work<?>> batch) {
        try {
            commit(batch);
        } catch (RuntimeException | Error failure) {
            forget(failure);
            if (batch.size() == 1) {
                batch.getFirst().fail(failure);
            } else {
                batch.forEach(work -> runArrivals(List.of(work)));
            }
        }
    }

    /** What fails here is not repeated: reading the book again asks for the same things anew. */
    private void runFollowUps(List<Work<?>> batch) {
        followUps.clear();
        try {
            commit(batch);
        } catch (RuntimeException | Error failure) {
            forget(failure);
        }
    }

    private void commit(List<Work<?>> batch) {
        book.transaction(
                this,
                turn -> batch.forEach(work -> {
                    work.run(turn);
                    turn.journal().runLast();
                }));
        batch.forEach(Work::succeed);
    }

    /** An Error too: a lane that ended would leave its account dead and those who wait for an answer waiting for ever. */
    private void forget(Throwable failure) {
        if (failure instanceof Error) {
            LOG.error("lane {}", account.id(), failure);
        } else {
            LOG.warn("lane {}: {}", account.id(), failure.toString());
        }
        followUps.clear();
        book.forget();
    }

    private static final class BookOutdated extends RuntimeException {
        private static final long serialVersionUID = 1L;

        BookOutdated(AccountId account) {
            super("the book of account " + account + " is read anew");
        }
    }

    private static final class Work<T> {
        private final Task<T> task;
        private final CompletableFuture<T> answer = new CompletableFuture<>();
        private T result;

        Work(Task<T> task) {
            this.task = task;
        }

        void run(LaneTurn turn) {
            result = task.run(turn);
        }

        void succeed() {
            answer.complete(result);
        }

        void fail(Throwable failure) {
            answer.completeExceptionally(failure);
        }
    }
}
