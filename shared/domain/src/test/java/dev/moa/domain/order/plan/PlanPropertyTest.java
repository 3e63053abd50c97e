package dev.moa.domain.order.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.moa.domain.Samples;
import dev.moa.domain.order.Fill;
import dev.moa.domain.order.Order;
import dev.moa.domain.order.OrderEvent;
import dev.moa.domain.order.OrderStatus;
import dev.moa.domain.portfolio.Portfolio;
import dev.moa.domain.portfolio.Position;
import dev.moa.domain.value.FillId;
import dev.moa.domain.value.Money;
import dev.moa.domain.value.OrderId;
import dev.moa.domain.value.PlanId;
import dev.moa.domain.value.Price;
import dev.moa.domain.value.Quantity;
import dev.moa.domain.value.Side;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Plans under random happenings at a venue: fills of any size, cancels that come late, orders that end by themselves. */
class PlanPropertyTest {
    private static final int SEEDS = 2_000;

    private final Map<OrderId, Order> orders = new LinkedHashMap<>();
    private Portfolio book;
    private Plan plan;
    private Random random;
    private long ids;

    @Test
    void exitsNeverPromiseMoreThanIsHeldAndAskingTwiceChangesNothing() {
        int traded = 0;
        int finished = 0;
        for (int seed = 0; seed < SEEDS; seed++) {
            run(seed);
            traded += book.position(Samples.BTC.id()).isPresent() ? 0 : 1;
            finished += plan.state().isOpen() ? 0 : 1;
        }
        assertTrue(finished > SEEDS / 2, "plans that came to their end: " + finished);
        assertTrue(traded > SEEDS / 10, "plans that left nothing: " + traded);
    }

    private void run(int seed) {
        random = new Random(seed);
        orders.clear();
        book = Portfolio.opened(Samples.ACCOUNT, Samples.usdt("1000000"));
        plan = Plan.create(new PlanId(new UUID(9, seed)), terms(), Samples.T0);
        if (plan.terms().side() == Side.SELL) {
            buyFirst();
        }
        advance();
        for (int i = 0; i < 40 && plan.state().isOpen(); i++) {
            happen();
            advance();
            holds(seed);
        }
        if (!plan.state().isOpen()) {
            assertTrue(open().isEmpty(), "seed " + seed + ": a finished plan has no open orders");
            assertTrue(plan.next(orders.values(), held(), Samples.T0).isEmpty());
        }
    }

    private PlanTerms terms() {
        Quantity ten = Samples.qty("10");
        return switch (random.nextInt(3)) {
            case 0 -> terms(PlanKind.OCO, Side.SELL, ten, Samples.price("110"), Samples.price("90"), null, null, null);
            case 1 ->
                terms(
                        PlanKind.BRACKET,
                        Side.BUY,
                        ten,
                        Samples.price("100"),
                        null,
                        Samples.price("110"),
                        Samples.price("90"),
                        null);
            default -> terms(PlanKind.ICEBERG, Side.BUY, ten, Samples.price("100"), null, null, null, Samples.qty("3"));
        };
    }

    static PlanTerms terms(
            PlanKind kind,
            Side side,
            Quantity quantity,
            Price price,
            Price stop,
            Price target,
            Price loss,
            Quantity shown) {
        return new PlanTerms(
                kind, Samples.BTC, side, quantity, price, stop, target, loss, shown, null, null, null, false, null);
    }

    private void buyFirst() {
        Order order = Samples.market(Side.BUY, "10", "100");
        book.place(order);
        Order sent = order.apply(Samples.submitted(order)).order();
        book.apply(order.apply(Samples.submitted(order)));
        book.apply(sent.apply(Samples.filled(sent, Samples.fill("first", "10", "100", "0"))));
    }

    private void advance() {
        for (int round = 0; round < 30 && plan.state().isOpen(); round++) {
            List<Step> steps = plan.next(orders.values(), held(), Samples.T0);
            assertEquals(
                    steps.toString(),
                    plan.next(orders.values(), held(), Samples.T0).toString());
            if (steps.isEmpty()) {
                return;
            }
            steps.forEach(this::take);
        }
        assertFalse(
                plan.state().isOpen()
                        && !plan.next(orders.values(), held(), Samples.T0).isEmpty(),
                "it settles");
    }

    private void take(Step step) {
        switch (step) {
            case Step.Place place -> {
                Order order = Order.create(
                        new OrderId(new UUID(5, ++ids)),
                        Samples.ACCOUNT,
                        place.request(),
                        Samples.price("100"),
                        time());
                assertTrue(
                        orders.values().stream()
                                .noneMatch(other -> other.clientOrderId().equals(order.clientOrderId())),
                        "one order per attempt");
                orders.put(order.id(), order);
                book.place(order);
                tell(Samples.submitted(order));
                tell(new OrderEvent.Accepted(order.id(), null, time(), ""));
            }
            case Step.Cancel cancel ->
                tell(new OrderEvent.CancelRequested(cancel.order().id(), time(), cancel.cause()));
            case Step.Finish finish -> plan = plan.with(finish.state(), finish.cause(), time());
        }
    }

    private Instant time() {
        return Samples.T0.plusMillis(ids);
    }

    private void happen() {
        List<Order> open = open();
        if (open.isEmpty()) {
            return;
        }
        Order order = open.get(random.nextInt(open.size()));
        int kind = random.nextInt(20);
        if (kind == 0) {
            plan = plan.with(PlanState.ENDING, "test", time());
        } else if (order.status() == OrderStatus.PENDING_CANCEL) {
            tell(new OrderEvent.Cancelled(order.id(), time(), ""));
        } else if (kind == 1) {
            tell(new OrderEvent.Cancelled(order.id(), time(), "by the venue"));
        } else {
            fill(order);
        }
    }

    /** Of orders that exclude each other a venue trades one: the other one's wish to go is answered first. */
    private void fill(Order order) {
        BigDecimal rest = order.remaining().value();
        BigDecimal part = random.nextBoolean() ? rest : rest.divide(new BigDecimal(2));
        Price price = order.price() != null
                ? order.price()
                : order.stopPrice() != null ? order.stopPrice() : Samples.price("100");
        tell(new OrderEvent.Filled(
                order.id(),
                new Fill(
                        new FillId("f" + ++ids),
                        price,
                        new Quantity(part),
                        Money.zero(Samples.BTC.quote()),
                        time(),
                        time()),
                time(),
                ""));
    }

    private void tell(OrderEvent event) {
        var transition = orders.get(event.orderId()).apply(event);
        orders.put(event.orderId(), transition.order());
        book.apply(transition);
    }

    private List<Order> open() {
        return orders.values().stream().filter(Order::isOpen).toList();
    }

    private Quantity held() {
        return book.position(Samples.BTC.id()).map(Position::quantity).orElse(Quantity.ZERO);
    }

    private void holds(int seed) {
        List<Order> exits = new ArrayList<>(open().stream()
                .filter(order -> order.side() == Side.SELL && order.status() != OrderStatus.PENDING_CANCEL)
                .toList());
        for (Order exit : exits) {
            assertTrue(
                    exit.remaining().compareTo(held()) <= 0,
                    "seed " + seed + ": " + exit.leg().name() + " promises " + exit.remaining() + " of " + held());
        }
        long parts = exits.stream().map(order -> order.leg().name()).distinct().count();
        assertEquals(exits.size(), parts, "one open attempt of each part");
    }
}
