package dev.moa.broker.paper;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.moa.domain.instrument.Instrument;
import dev.moa.domain.instrument.InstrumentId;
import dev.moa.domain.instrument.VenueRules;
import dev.moa.domain.order.Fill;
import dev.moa.domain.order.Order;
import dev.moa.domain.order.OrderEvent;
import dev.moa.domain.order.OrderRequest;
import dev.moa.domain.order.TimeInForce;
import dev.moa.domain.simulation.FillModel;
import dev.moa.domain.simulation.Meeting;
import dev.moa.domain.simulation.PriceMove;
import dev.moa.domain.simulation.Quote;
import dev.moa.domain.simulation.SimulatedVenue.Submission;
import dev.moa.domain.value.AccountId;
import dev.moa.domain.value.OrderId;
import dev.moa.domain.value.Price;
import dev.moa.domain.value.Quantity;
import dev.moa.domain.value.Side;
import dev.moa.testkit.FixedClock;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class HouseholdBookTest {
    private static final Instant NOW = Instant.parse("2026-11-21T00:00:00Z");
    private static final Instrument BTC = VenueRules.instrument(InstrumentId.parse("BINANCE:BTCUSDT"));
    private static final UUID KIM = new UUID(0, 1);
    private static final UUID LEE = new UUID(0, 2);

    private final HouseholdBook household = new HouseholdBook(new FixedClock(NOW));
    private final List<AccountId> doubted = new ArrayList<>();
    private final Map<OrderId, Order> orders = new HashMap<>();
    private final Map<AccountId, PaperGateway> gateways = new HashMap<>();
    private long ids;

    private final AccountId kims = account(KIM, 1);
    private final AccountId lees = account(LEE, 2);

    private AccountId account(UUID owner, long number) {
        AccountId id = new AccountId(new UUID(1, number));
        PaperGateway gateway = new PaperGateway(instrument -> Optional.empty(), new FixedClock(NOW));
        gateway.join(household.join(id, owner, 1), FillModel.SIGNAL_CLOSE);
        gateway.connect(List.of(), event -> {});
        gateways.put(id, gateway);
        household.whenInDoubt(doubted::add);
        return id;
    }

    @Test
    void restingOrdersOfTwoPeopleMeetAtTheRestingPrice() {
        Order resting = placed(kims, limit(kims, Side.SELL, "2", "60000"));
        Submission met = submit(limit(lees, Side.BUY, "0.5", "60010"), null);

        Meeting meeting = met.meetings().getFirst();
        assertEquals(resting.id(), meeting.maker());
        assertEquals(kims, meeting.account());
        assertEquals("60000", meeting.price().toString());
        assertEquals("0.5", meeting.quantity().toString());
        assertEquals("30", fill(met.events().getLast()).fee().amount().toPlainString(), "the taker's fee");
        assertEquals(
                List.of(new BookDepth.Level(Price.of("60000"), Quantity.of("1.5"))),
                household.depth(BTC.id()).asks());
    }

    @Test
    void nobodySeesAnOrderBeforeItIsStored() {
        submit(limit(kims, Side.SELL, "1", "60000"), null);
        assertEquals(
                List.of(), submit(limit(lees, Side.BUY, "1", "60000"), null).meetings());

        assertEquals(List.of(), gateways.get(kims).committed());
        List<Order> across = gateways.get(lees).committed();
        assertEquals(1, across.size(), "they came at the same moment");
        assertEquals(
                1, gateways.get(lees).meetAgain(across.getFirst()).meetings().size());
    }

    @Test
    void theMarketComesFirstWhereItIsBetter() {
        placed(kims, limit(kims, Side.SELL, "1", "60010"));
        Quote quote = new Quote(Price.of("60000"), Price.of("59999"), Price.of("60001"), NOW);
        Submission taken = submit(limit(lees, Side.BUY, "1", "60020"), quote);

        assertEquals(List.of(), taken.meetings());
        assertEquals("60001", fill(taken.events().getLast()).price().toString());
    }

    @Test
    void theHouseholdComesFirstWithinTheSpreadAndTheMarketTakesTheRest() {
        placed(kims, limit(kims, Side.SELL, "1", "60000.5"));
        Quote quote = new Quote(Price.of("60000"), Price.of("59999"), Price.of("60001"), NOW);
        Submission taken = submit(limit(lees, Side.BUY, "3", "60020"), quote);

        assertEquals(1, taken.meetings().size());
        assertEquals("2", fill(taken.events().getLast()).quantity().toString());
        assertEquals("60001", fill(taken.events().getLast()).price().toString());
    }

    @Test
    void ordersOfOnePersonPassEachOther() {
        AccountId second = account(KIM, 3);
        placed(kims, limit(kims, Side.SELL, "1", "60000"));
        Submission passed = submit(limit(second, Side.BUY, "1", "60000"), null);

        assertEquals(List.of(), passed.meetings());
        assertEquals(1, gateways.get(second).committed().size(), "it stays out of the book, and rests for the market");
        assertEquals(List.of(), household.depth(BTC.id()).bids());
    }

    @Test
    void whatSomebodyHasTakenIsNotFilledAgainByTheMarketAndNotCancelled() {
        Order resting = placed(kims, limit(kims, Side.SELL, "2", "60000"));
        Meeting meeting =
                submit(limit(lees, Side.BUY, "0.5", "60000"), null).meetings().getFirst();

        PaperGateway mine = gateways.get(kims);
        assertEquals(List.of(), mine.cancelNow(resting), "half a bitcoin of it is just being traded");
        List<OrderEvent> moved = mine.move(BTC.id(), through());
        assertEquals("1.5", fill(moved.getFirst()).quantity().toString());
        Order left = resting.apply(moved.getFirst()).order();
        Order settled = left.apply(meeting.makerFilled(left, NOW)).order();
        assertTrue(settled.remaining().isZero());
        assertEquals(List.of(), mine.settled(settled));
    }

    @Test
    void aCancelWaitsForTheTradeAndThenHappens() {
        Order resting = placed(kims, limit(kims, Side.SELL, "2", "60000"));
        Meeting meeting =
                submit(limit(lees, Side.BUY, "0.5", "60000"), null).meetings().getFirst();
        gateways.get(kims).cancelNow(resting);

        Order settled = resting.apply(meeting.makerFilled(resting, NOW)).order();
        assertInstanceOf(
                OrderEvent.Cancelled.class, gateways.get(kims).settled(settled).getFirst());
        assertEquals(List.of(), household.depth(BTC.id()).asks());
    }

    @Test
    void whoeverTradedWithAnAccountThatCouldNotStoreItIsReadAgain() {
        placed(kims, limit(kims, Side.SELL, "2", "60000"));
        submit(limit(lees, Side.BUY, "0.5", "60000"), null);
        gateways.get(lees).close();
        assertEquals(List.of(kims), doubted);
    }

    @Test
    void ordersThatOnlyReduceMeetTheMarketAlone() {
        Order reducing = limit(kims, Side.SELL, "1", "60000");
        placed(kims, with(reducing, reducing.request().reducing()));
        assertEquals(List.of(), household.depth(BTC.id()).asks());
    }

    @Test
    void allOrNothingCountsTheHousehold() {
        placed(kims, limit(kims, Side.SELL, "1", "60000"));
        Order two = limit(lees, Side.BUY, "2", "60000");
        Submission refused = submit(with(two, two.request().goodFor(TimeInForce.FOK)), null);
        assertInstanceOf(OrderEvent.Expired.class, refused.events().getLast());
        assertEquals(List.of(), refused.meetings());

        Order one = limit(lees, Side.BUY, "1", "60000");
        assertEquals(
                1,
                submit(with(one, one.request().goodFor(TimeInForce.FOK)), null)
                        .meetings()
                        .size());
    }

    @Test
    void everythingSoldWasBoughtAndNoOrderTradesMoreThanItsQuantity() {
        account(new UUID(0, 3), 4);
        for (long seed = 1; seed <= 40; seed++) {
            Random random = new Random(seed);
            BigDecimal[] traded = {BigDecimal.ZERO, BigDecimal.ZERO};
            List<Meeting> unbooked = new ArrayList<>();
            for (int i = 0; i < 300; i++) {
                AccountId account = List.copyOf(gateways.keySet()).get(random.nextInt(gateways.size()));
                PaperGateway gateway = gateways.get(account);
                switch (random.nextInt(6)) {
                    case 0 -> any(account, random).ifPresent(order -> apply(gateway.cancelNow(order)));
                    case 1 -> apply(gateway.move(BTC.id(), around(random)));
                    default -> {
                        Side side = random.nextBoolean() ? Side.BUY : Side.SELL;
                        String quantity = Integer.toString(1 + random.nextInt(9));
                        Order order = limit(account, side, quantity, Integer.toString(59990 + random.nextInt(20)));
                        Submission done = submit(order, null);
                        done.meetings()
                                .forEach(meeting -> traded[0] =
                                        traded[0].add(meeting.quantity().value()));
                        unbooked.addAll(done.meetings());
                        gateway.committed();
                    }
                }
                while (!unbooked.isEmpty() && random.nextBoolean()) {
                    Meeting meeting = unbooked.removeFirst();
                    Order maker = orders.get(meeting.maker());
                    apply(List.of(meeting.makerFilled(maker, NOW)));
                    traded[1] = traded[1].add(meeting.quantity().value());
                    apply(gateways.get(meeting.account()).settled(orders.get(meeting.maker())));
                }
            }
            for (Meeting meeting : unbooked) {
                apply(List.of(meeting.makerFilled(orders.get(meeting.maker()), NOW)));
                traded[1] = traded[1].add(meeting.quantity().value());
                apply(gateways.get(meeting.account()).settled(orders.get(meeting.maker())));
            }
            assertEquals(traded[0], traded[1]);
            orders.values()
                    .forEach(order ->
                            assertTrue(order.filledQuantity().compareTo(order.quantity()) <= 0, order::toString));
            orders.values().stream()
                    .filter(Order::isOpen)
                    .toList()
                    .forEach(order -> apply(gateways.get(order.accountId()).cancelNow(order)));
            assertEquals(BookDepth.EMPTY, household.depth(BTC.id()));
        }
    }

    private Optional<Order> any(AccountId account, Random random) {
        List<Order> open = orders.values().stream()
                .filter(order -> order.isOpen() && order.accountId().equals(account))
                .sorted((a, b) -> a.id().value().compareTo(b.id().value()))
                .toList();
        return open.isEmpty() ? Optional.empty() : Optional.of(open.get(random.nextInt(open.size())));
    }

    private static PriceMove through() {
        return new PriceMove(Price.of("59000"), Price.of("60001"), Price.of("59000"), Price.of("59000"), NOW);
    }

    private static PriceMove around(Random random) {
        Price price = Price.of(Integer.toString(59990 + random.nextInt(20)));
        return new PriceMove(price, price, price, price, NOW);
    }

    /** Handed in, and stored. */
    private Order placed(AccountId account, Order order) {
        submit(order, null);
        gateways.get(account).committed();
        return orders.get(order.id());
    }

    private Submission submit(Order order, Quote quote) {
        Order sent =
                order.apply(new OrderEvent.Submitted(order.id(), NOW, "test")).order();
        orders.put(order.id(), sent);
        Submission done = gateways.get(order.accountId()).submitAmong(sent, quote);
        apply(done.events());
        return done;
    }

    private void apply(List<OrderEvent> events) {
        events.forEach(event -> orders.computeIfPresent(
                event.orderId(), (id, order) -> order.apply(event).order()));
    }

    private Order limit(AccountId account, Side side, String quantity, String price) {
        OrderRequest request = OrderRequest.limit(BTC, side, Quantity.of(quantity), Price.of(price));
        return Order.create(new OrderId(new UUID(2, ++ids)), account, request, Price.of(price), NOW);
    }

    private static Order with(Order order, OrderRequest request) {
        return Order.create(order.id(), order.accountId(), request, order.reference(), NOW);
    }

    private static Fill fill(OrderEvent event) {
        return assertInstanceOf(OrderEvent.Filled.class, event).fill();
    }
}
