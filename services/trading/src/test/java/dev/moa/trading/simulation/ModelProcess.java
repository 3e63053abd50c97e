package dev.moa.trading.simulation;

import dev.moa.broker.reconciliation.Patience;
import dev.moa.broker.reconciliation.Reconciler;
import dev.moa.broker.reconciliation.VenueState;
import dev.moa.domain.order.Order;
import dev.moa.domain.order.OrderEvent;
import dev.moa.domain.order.OrderRequest;
import dev.moa.domain.order.OrderStatus;
import dev.moa.domain.portfolio.Portfolio;
import dev.moa.domain.risk.RiskContext;
import dev.moa.domain.risk.RiskLimits;
import dev.moa.domain.risk.RiskPolicy;
import dev.moa.domain.value.OrderId;
import dev.moa.domain.value.Price;
import dev.moa.trading.account.LaneUnderTest;
import dev.moa.trading.order.ProgressUnderTest;
import dev.moa.trading.simulation.Chance.Fault;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * The trading process: a lane's batches, each one transaction, sending after the commit, and real orders, books, limits
 * and {@code OrderProgress}. Whatever it remembers beside the store is gone when it crashes.
 */
final class ModelProcess {
    /** Leaves through everything, as the end of a process does. */
    private static final class Crash extends Error {
        private static final long serialVersionUID = 1;

        Crash() {
            super(null, null, false, false);
        }
    }

    @FunctionalInterface
    interface Task {
        void run(ModelStore.Turn turn);
    }

    private static final int BATCH = 64;

    private final World world;
    private final LaneUnderTest lane = new LaneUnderTest(World.ACCOUNT);
    private final ProgressUnderTest progress;
    private final Deque<Task> arrivals = new ArrayDeque<>();
    private final List<Task> followUps = new ArrayList<>();
    private final ModelGateway gateway;
    private Reconciler reconciler;
    private Portfolio book;
    private int life;
    private boolean up;
    private boolean woken;

    ModelProcess(World world) {
        this.world = world;
        this.gateway = new ModelGateway(world, this);
        this.progress = new ProgressUnderTest(
                id -> Optional.ofNullable(world.store().orders.get(id)), world.time());
    }

    void start() {
        life++;
        up = true;
        followUps.clear();
        arrivals.clear();
        woken = false;
        reconciler = new Reconciler(World.ACCOUNT, Patience.STANDARD);
        gateway.begin();
        submit(turn -> {});
        again(40, 400, () -> world.queue().relay(this));
        again(1_000, 1_000, () -> {
            if (book == null) {
                submit(turn -> {});
            }
        });
        again(2_000, 12_000, gateway::reconcile);
    }

    private void again(int soonest, int latest, Runnable action) {
        later(world.chance().between(soonest, latest), () -> {
            again(soonest, latest, action);
            action.run();
        });
    }

    /** Runs the action in this life of the process, or not at all. */
    void later(long millis, Runnable action) {
        int mine = life;
        world.time().in(millis, () -> {
            if (up && mine == life) {
                guarded(action);
            }
        });
    }

    private void guarded(Runnable action) {
        try {
            action.run();
        } catch (Crash end) {
            up = false;
            book = null;
            world.time().in(world.chance().between(200, 9_000), this::start);
        }
    }

    void point(String name, Order order, String event) {
        if (world.chance()
                .strikes(Fault.CRASH, name.equals("CP08") || name.equals("CP09") || name.equals("CP10") ? 400 : 60)) {
            world.coverage().hit(name, order == null ? null : order.status(), event);
            throw new Crash();
        }
    }

    // ---- the lane

    void submit(Task task) {
        arrivals.add(task);
        if (!woken) {
            woken = true;
            later(world.chance().below(25), this::work);
        }
    }

    private void work() {
        woken = false;
        runFollowUps();
        List<Task> batch = new ArrayList<>();
        while (batch.size() < BATCH && !arrivals.isEmpty()) {
            batch.add(arrivals.poll());
        }
        run(batch);
        runFollowUps();
        if (!arrivals.isEmpty()) {
            woken = true;
            later(1, this::work);
        }
    }

    private void run(List<Task> batch) {
        if (!commit(batch)) {
            forget();
            if (batch.size() > 1) {
                batch.forEach(task -> run(List.of(task)));
            }
        }
    }

    private void runFollowUps() {
        while (!followUps.isEmpty()) {
            List<Task> batch = List.copyOf(followUps);
            followUps.clear();
            if (!commit(batch)) {
                forget();
            }
        }
    }

    private void forget() {
        book = null;
        followUps.clear();
    }

    private boolean commit(List<Task> tasks) {
        ModelStore.Turn turn = world.store().new Turn();
        if (book == null) {
            book = world.store().book();
            turn.afterCommit.add(this::resume);
        }
        turn.lane = lane.turn(book);
        tasks.forEach(task -> task.run(turn));
        if (world.chance().strikes(Fault.COMMIT_REFUSED, 150)) {
            return false;
        }
        turn.commit(book);
        if (world.chance().strikes(Fault.COMMIT_UNHEARD, 150)) {
            return false;
        }
        turn.afterCommit.forEach(Runnable::run);
        return true;
    }

    /** Start-up and recovery: what may have been sent is asked for, what was not is sent now. */
    private void resume() {
        for (Order order : List.copyOf(book.openOrders())) {
            if (order.status() == OrderStatus.PENDING_NEW) {
                send(order.id());
            } else if (order.status() == OrderStatus.SUBMITTED) {
                follow(new OrderEvent.Unconfirmed(order.id(), world.time().instant(), "Nobody knows after a restart."));
            }
        }
        gateway.reconcile();
    }

    // ---- what people want

    void place(String key, OrderRequest request, Consumer<Optional<OrderId>> answer) {
        if (!up) {
            return;
        }
        submit(turn -> {
            ModelStore store = world.store();
            Optional<OrderId> outcome;
            if (store.keys.containsKey(key) || turn.answered.containsKey(key)) {
                outcome = Optional.ofNullable(turn.answered.getOrDefault(key, store.keys.get(key)));
            } else {
                outcome = decide(turn, request);
                turn.answered.put(key, outcome.orElse(null));
                point("CP01", null, "place");
            }
            if (world.controls().answerBeforeCommit()) {
                answer.accept(outcome);
            } else {
                turn.afterCommit.add(() -> {
                    outcome.ifPresent(id -> point("CP02", store.orders.get(id), "place"));
                    answer.accept(outcome);
                });
            }
        });
    }

    private Optional<OrderId> decide(ModelStore.Turn turn, OrderRequest request) {
        Price market = Price.of(Integer.toString(world.venue().price()));
        book.mark(World.BTC.id(), market);
        if (!RiskPolicy.STANDARD
                .evaluate(new RiskContext(request, market, book, RiskLimits.DEFAULT))
                .approved()) {
            return Optional.empty();
        }
        var now = world.time().instant();
        Order order = Order.create(new OrderId(world.chance().id()), World.ACCOUNT, request, market, now);
        book.place(order);
        changed(turn, order, "Placed");
        turn.afterCommit.add(() -> {
            point("CP03", order, "place");
            send(order.id());
        });
        return Optional.of(order.id());
    }

    private void send(OrderId id) {
        followUps.add(turn -> {
            Optional<Order> unsent = book.openOrder(id).filter(order -> order.status() == OrderStatus.PENDING_NEW);
            unsent.ifPresent(order -> {
                apply(turn, new OrderEvent.Submitted(id, world.time().instant(), "Handed to the venue."));
                book.openOrder(id).ifPresent(sent -> turn.afterCommit.add(() -> gateway.submit(sent)));
                point("CP04", order, "Submitted");
            });
        });
    }

    void cancel(OrderId id) {
        if (!up) {
            return;
        }
        submit(turn -> book.openOrder(id)
                .filter(order -> gateway.canCancel(order))
                .ifPresent(order -> {
                    apply(turn, new OrderEvent.CancelRequested(id, world.time().instant(), "No longer wanted."));
                    book.openOrder(id)
                            .filter(asked -> asked.status() == OrderStatus.PENDING_CANCEL)
                            .ifPresent(asked -> turn.afterCommit.add(() -> gateway.cancel(asked)));
                }));
    }

    void amend(OrderId id, Price to) {
        if (!up) {
            return;
        }
        submit(turn -> book.openOrder(id)
                .filter(order ->
                        order.status() == OrderStatus.ACCEPTED || order.status() == OrderStatus.PARTIALLY_FILLED)
                .filter(order -> order.type().hasLimit())
                .ifPresent(order -> turn.afterCommit.add(() -> gateway.amend(order, to))));
    }

    // ---- what the venue says

    void told(OrderEvent event) {
        boolean first = event instanceof OrderEvent.Accepted || event instanceof OrderEvent.Rejected;
        point(first ? "CP07" : "CP13", world.store().orders.get(event.orderId()), nameOf(event));
        submit(turn -> {
            Order known = known(turn, event.orderId());
            if (known == null || !Reconciler.leftToLists(known, event)) {
                apply(turn, event);
            }
        });
    }

    private void follow(OrderEvent event) {
        followUps.add(turn -> apply(turn, event));
    }

    /** What the venue said in one reading against what we have, by the product's own rules. */
    void compare(VenueState state) {
        point("CP18", null, "read");
        submit(turn -> {
            reconciler.compare(
                    new ModelBooks(this, world.store(), turn, book),
                    state,
                    world.time().instant(),
                    false,
                    order -> order);
            point("CP19", null, "read");
        });
    }

    void cancelAgain(Order order) {
        gateway.cancelAgain(order);
    }

    UUID nextId() {
        return world.chance().id();
    }

    long millis() {
        return world.time().millis();
    }

    Order apply(ModelStore.Turn turn, OrderEvent event) {
        Order before = known(turn, event.orderId());
        Order order = progress.apply(turn.lane, event);
        if (order == null) {
            throw new AssertionError("an event about an order nobody knows: " + event);
        }
        if (!before.isOpen() && order.isOpen() && before.status() != OrderStatus.REJECTED) {
            throw new AssertionError(before.status() + " became " + order.status() + " by " + event);
        }
        if (order.fills().size() < before.fills().size()) {
            throw new AssertionError("a fill was forgotten on " + event);
        }
        changed(turn, order, nameOf(event));
        if (event instanceof OrderEvent.Filled) {
            turn.afterCommit.add(() -> point("CP14", order, "Filled"));
        }
        if (order.venueOrderId() != null) {
            turn.numbers.put(order.venueOrderId(), order.id());
        }
        return order;
    }

    private Order known(ModelStore.Turn turn, OrderId id) {
        Order inTurn = turn.changed.get(id);
        return inTurn != null ? inTurn : world.store().orders.get(id);
    }

    private void changed(ModelStore.Turn turn, Order order, String what) {
        turn.changed.put(order.id(), order);
        turn.facts.add(
                new ModelStore.Row(world.chance().id(), what, world.time().millis()));
    }

    static String nameOf(OrderEvent event) {
        return event.getClass().getSimpleName();
    }

    boolean isUp() {
        return up;
    }

    /** The open orders of the book; none while it is closed. */
    List<Order> openOrders() {
        return book == null ? List.of() : List.copyOf(book.openOrders());
    }
}
