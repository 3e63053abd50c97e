package dev.moa.domain.order.plan;

import static dev.moa.domain.order.plan.PlanPropertyTest.terms;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.moa.domain.Samples;
import dev.moa.domain.order.Order;
import dev.moa.domain.order.OrderType;
import dev.moa.domain.value.InvalidValue;
import dev.moa.domain.value.OrderId;
import dev.moa.domain.value.PlanId;
import dev.moa.domain.value.Quantity;
import dev.moa.domain.value.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PlanTest {
    private final PlanId id = new PlanId(new UUID(3, 3));
    private final List<Order> orders = new ArrayList<>();

    @Test
    void aBracketEntersFirstAndProtectsWhatItGot() {
        Plan plan = bracket();
        Order entry = filled(place(plan, "0").getFirst(), "4");
        List<Order> exits = place(plan, "4");
        assertEquals(
                List.of(OrderType.STOP, OrderType.LIMIT),
                exits.stream().map(Order::type).toList());
        assertTrue(exits.stream().allMatch(order -> order.quantity().equals(Samples.qty("4"))));
        filled(entry, "6");
        List<Step> steps = plan.next(orders, Samples.qty("10"), Samples.T0);
        assertTrue(
                steps.stream().allMatch(Step.Cancel.class::isInstance) && steps.size() == 2,
                "both are replaced by larger ones");
    }

    @Test
    void bothExitsTradedIsToldAndTheExcessIsClosed() {
        Plan plan = Plan.create(
                id,
                terms(
                        PlanKind.OCO,
                        Side.SELL,
                        Samples.qty("10"),
                        Samples.price("110"),
                        Samples.price("90"),
                        null,
                        null,
                        null),
                Samples.T0);
        List<Order> legs = place(plan, "10");
        legs.forEach(leg -> filled(leg, "10"));
        Order repair = place(plan, "0").getFirst();
        assertEquals(Side.BUY, repair.side());
        assertTrue(repair.request().reduceOnly());
        filled(repair, "10");
        Step.Finish finish = assertInstanceOf(
                Step.Finish.class, plan.next(orders, Quantity.ZERO, Samples.T0).getFirst());
        assertTrue(finish.alarm());
    }

    @Test
    void aDcaBuysLowerEachTimeFromItsFirstPrice() {
        PlanTerms dca = new PlanTerms(
                PlanKind.DCA,
                Samples.BTC,
                Side.BUY,
                Samples.qty("3"),
                Samples.price("100"),
                null,
                null,
                null,
                null,
                new PlanTerms.Steps(3, dev.moa.domain.value.Percent.of("10"), null),
                null,
                null,
                false,
                null);
        assertEquals(
                List.of("100", "90", "80"),
                place(Plan.create(id, dca, Samples.T0), "0").stream()
                        .map(order -> order.price().toString())
                        .toList());
    }

    @Test
    void whatContradictsItselfIsNamed() {
        assertField("stop_price", PlanKind.OCO, "110", "120", null, null);
        assertField("stop_price", PlanKind.OCO, "110", null, null, null);
        assertField("stop_loss", PlanKind.BRACKET, "100", null, null, null);
        assertField("display_quantity", PlanKind.ICEBERG, "100", null, null, null);
    }

    private static void assertField(
            String field, PlanKind kind, String price, String stop, String target, String loss) {
        InvalidValue refused = assertThrows(
                InvalidValue.class,
                () -> terms(
                        kind,
                        Side.SELL,
                        Samples.qty("10"),
                        Samples.price(price),
                        stop == null ? null : Samples.price(stop),
                        target == null ? null : Samples.price(target),
                        loss == null ? null : Samples.price(loss),
                        null));
        assertEquals(field, refused.field());
    }

    private Plan bracket() {
        return Plan.create(
                id,
                terms(
                        PlanKind.BRACKET,
                        Side.BUY,
                        Samples.qty("10"),
                        null,
                        null,
                        Samples.price("110"),
                        Samples.price("90"),
                        null),
                Samples.T0);
    }

    private List<Order> place(Plan plan, String held) {
        List<Order> placed = plan.next(orders, Samples.qty(held), Samples.T0).stream()
                .filter(Step.Place.class::isInstance)
                .map(step -> Order.create(
                        new OrderId(UUID.randomUUID()),
                        Samples.ACCOUNT,
                        ((Step.Place) step).request(),
                        Samples.price("100"),
                        Samples.T0))
                .map(order -> order.apply(Samples.submitted(order)).order())
                .toList();
        orders.addAll(placed);
        return placed;
    }

    private Order filled(Order order, String quantity) {
        Order now = order.apply(
                        Samples.filled(order, Samples.fill(UUID.randomUUID().toString(), quantity, "100", "0")))
                .order();
        orders.set(orders.indexOf(order), now);
        return now;
    }
}
