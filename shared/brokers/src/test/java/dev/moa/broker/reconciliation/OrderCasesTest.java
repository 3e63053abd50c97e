package dev.moa.broker.reconciliation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.moa.broker.Capabilities.ClientIds;
import dev.moa.domain.order.Order;
import dev.moa.domain.order.OrderEvent;
import dev.moa.domain.order.OrderStatus;
import dev.moa.domain.value.Price;
import dev.moa.domain.value.Quantity;
import dev.moa.domain.value.Side;
import dev.moa.testkit.Await;
import dev.moa.testkit.exchange.ExchangeFill;
import dev.moa.testkit.exchange.Mood;
import dev.moa.testkit.exchange.Route;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** R01–R07 and R18–R25 of reliability.md: what became of orders that the venue took. */
class OrderCasesTest {
    @ParameterizedTest
    @EnumSource(ClientIds.class)
    void R01_nothingAnywhereLeavesNoEvent(ClientIds ids) {
        try (Bench bench = new Bench(ids)) {
            bench.compare();
            assertTrue(bench.books.events.isEmpty());
            bench.agree();
        }
    }

    @ParameterizedTest
    @EnumSource(ClientIds.class)
    void R02_theSameOpenOrderOnBothSidesLeavesNoEvent(ClientIds ids) {
        try (Bench bench = new Bench(ids)) {
            bench.accepted(Side.BUY, "1", "100");
            int events = bench.books.events.size();
            bench.compare();
            assertEquals(events, bench.books.events.size());
            bench.agree();
        }
    }

    @ParameterizedTest
    @EnumSource(ClientIds.class)
    void R03_filledWhileWeWereDownCountsEachTradeAsItsOwnFill(ClientIds ids) {
        try (Bench bench = new Bench(ids)) {
            Order order = bench.accepted(Side.BUY, "1", "100");
            bench.down();
            bench.there().fill(bench.last(), "0.4", "100");
            bench.there().fill(bench.last(), "0.6", "99");
            bench.up();
            bench.compare();
            assertEquals(OrderStatus.FILLED, bench.now(order).status());
            assertEquals(2, bench.now(order).fills().size());
            bench.agree();
        }
    }

    @ParameterizedTest
    @EnumSource(ClientIds.class)
    void R04_partlyFilledWhileWeWereDownStaysOpenWithItsFills(ClientIds ids) {
        try (Bench bench = new Bench(ids)) {
            Order order = bench.accepted(Side.BUY, "1", "100");
            bench.down();
            bench.there().fill(bench.last(), "0.4", "100");
            bench.up();
            bench.compare();
            assertEquals(OrderStatus.PARTIALLY_FILLED, bench.now(order).status());
            bench.agree();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "R05, UNIQUE_FOR_EVER, CANCELLED", "R05, UNIQUE_WHILE_OPEN, CANCELLED", "R05, NONE, CANCELLED",
        "R06, UNIQUE_FOR_EVER, EXPIRED", "R06, UNIQUE_WHILE_OPEN, EXPIRED", "R06, NONE, EXPIRED",
        "R07, UNIQUE_FOR_EVER, REJECTED", "R07, UNIQUE_WHILE_OPEN, REJECTED", "R07, NONE, REJECTED"
    })
    void R05_R06_R07_whatTheVenueEndedIsEndedHere(String situation, ClientIds ids, OrderStatus status) {
        try (Bench bench = new Bench(ids)) {
            Order order = bench.accepted(Side.BUY, "1", "100");
            bench.down();
            bench.there().end(bench.last(), status.name());
            bench.up();
            bench.compare();
            assertEquals(status, bench.now(order).status(), situation);
            assertTrue(bench.books
                    .events
                    .getLast()
                    .cause()
                    .toLowerCase(java.util.Locale.ROOT)
                    .contains("venue"));
            bench.agree();
        }
    }

    @ParameterizedTest
    @EnumSource(value = ClientIds.class, names = "NONE", mode = EnumSource.Mode.EXCLUDE)
    void R18_aFillBeforeTheAcceptanceCounts(ClientIds ids) {
        try (Bench bench = new Bench(ids)) {
            bench.exchange.price(Bench.BTC, "100");
            bench.exchange.script(Route.PLACE, Mood.late(Duration.ofMillis(700)));
            Order order = bench.buy("1", "100");
            bench.await(order, OrderStatus.FILLED);
            Await.until("the late answer", () -> {
                bench.hear();
                return bench.now(order).venueOrderId() != null;
            });
            assertEquals(OrderStatus.FILLED, bench.now(order).status());
            bench.agree();
        }
    }

    @ParameterizedTest
    @EnumSource(ClientIds.class)
    void R19_aFillAfterTheCancelCountsAndAlarms(ClientIds ids) {
        try (Bench bench = new Bench(ids)) {
            Order order = bench.accepted(Side.BUY, "1", "100");
            bench.cancel(order);
            bench.await(order, OrderStatus.CANCELLED);
            bench.down();
            bench.there().fill(bench.last(), "1", "100");
            bench.up();
            bench.compare();
            assertEquals(OrderStatus.FILLED, bench.now(order).status());
            assertFalse(bench.books.alarms.isEmpty());
            bench.agree();
        }
    }

    @ParameterizedTest
    @EnumSource(ClientIds.class)
    void R20_askedToCancelAndAlreadyFilledIsFilled(ClientIds ids) {
        try (Bench bench = new Bench(ids)) {
            Order order = bench.accepted(Side.BUY, "1", "100");
            bench.exchange.holdStreams();
            bench.exchange.script(Route.CANCEL, Mood.FILL_FIRST);
            bench.cancel(order);
            Await.until("the cancel was answered", () -> bench.exchange.asked(Route.CANCEL) == 1);
            bench.exchange.forgetHeld();
            bench.compare();
            assertEquals(OrderStatus.FILLED, bench.now(order).status());
            bench.agree();
        }
    }

    @ParameterizedTest
    @EnumSource(ClientIds.class)
    void R21_aLostCancelIsSentAgain(ClientIds ids) {
        try (Bench bench = new Bench(ids)) {
            Order order = bench.accepted(Side.BUY, "1", "100");
            bench.exchange.script(Route.CANCEL, Mood.RESET_BEFORE);
            bench.cancel(order);
            Await.until("the cancel was lost", () -> bench.exchange.asked(Route.CANCEL) == 1);
            bench.compare();
            bench.await(order, OrderStatus.CANCELLED);
            assertEquals(2, bench.exchange.asked(Route.CANCEL));
            bench.agree();
        }
    }

    @ParameterizedTest
    @EnumSource(ClientIds.class)
    void R22_afterALostAmendTheVenuesTermsHold(ClientIds ids) {
        try (Bench bench = new Bench(ids)) {
            Order order = bench.accepted(Side.BUY, "1", "100");
            bench.exchange.script(Route.AMEND, Mood.ERROR_AFTER);
            bench.amend(order, "101");
            Await.until("the amend was asked", () -> bench.exchange.asked(Route.AMEND) == 1);
            Await.until("it is carried out", () -> bench.last().number() != null);
            bench.compare();
            assertEquals(Price.of("101"), bench.now(order).price());
            bench.agree();
        }
    }

    @ParameterizedTest
    @EnumSource(value = ClientIds.class, names = "NONE")
    void R23_aNewNumberAfterAnAmendIsTheSameOrder(ClientIds ids) {
        try (Bench bench = new Bench(ids)) {
            Order order = bench.accepted(Side.BUY, "1", "100");
            String first = order.venueOrderId();
            bench.exchange.script(Route.AMEND, Mood.RESET_AFTER);
            bench.amend(order, "101");
            Await.until("the venue has changed it", () -> !bench.last().number().equals(first));
            bench.compare();
            assertEquals(bench.last().number(), bench.now(order).venueOrderId());
            bench.there().fill(bench.last(), "1", "101");
            bench.compare();
            assertEquals(OrderStatus.FILLED, bench.now(order).status());
            assertTrue(bench.books.openOrders().isEmpty(), "no stranger was made of it");
            bench.agree();
        }
    }

    @ParameterizedTest
    @EnumSource(ClientIds.class)
    void R24_moreAtTheVenueThanItTellsBecomesOneMarkedFillAfterAWhile(ClientIds ids) {
        try (Bench bench = new Bench(ids)) {
            Order order = bench.accepted(Side.BUY, "1", "100");
            ExchangeFill untold = bench.there().fillUntold(bench.last(), "1", "99");
            bench.compare();
            bench.compare();
            assertEquals(OrderStatus.ACCEPTED, bench.now(order).status(), "it may still be told");
            bench.compareFor(Duration.ofSeconds(36));
            Order filled = bench.now(order);
            assertEquals(OrderStatus.FILLED, filled.status());
            assertTrue(filled.fills().getFirst().id().value().startsWith("synthetic:"));
            assertEquals(Price.of("99"), filled.averagePrice());

            bench.there().tellLate(untold);
            bench.compare();
            assertEquals(Quantity.of("1"), bench.now(order).filledQuantity(), "not counted twice");
        }
    }

    @ParameterizedTest
    @EnumSource(ClientIds.class)
    void R25_lessAtTheVenueThanItToldIsQuarantinedAndNoFillDeleted(ClientIds ids) {
        try (Bench bench = new Bench(ids)) {
            Order order = bench.accepted(Side.BUY, "1", "100");
            bench.there().fill(bench.last(), "0.5", "100");
            bench.await(order, OrderStatus.PARTIALLY_FILLED);
            bench.there().shrink(bench.last(), "0.2");
            bench.compare();
            assertEquals(0, bench.quarantined(Difference.Kind.FEWER_FILLS), "one reading may be wrong");
            bench.compare();
            assertEquals(1, bench.quarantined(Difference.Kind.FEWER_FILLS));
            assertEquals(Quantity.of("0.5"), bench.now(order).filledQuantity());
        }
    }

    @ParameterizedTest
    @EnumSource(ClientIds.class)
    void R18_R19_eventsThatComeTwiceAndInTheWrongOrderCountOnce(ClientIds ids) {
        try (Bench bench = new Bench(ids)) {
            Order order = bench.accepted(Side.BUY, "1", "100");
            bench.exchange.holdStreams();
            bench.there().fill(bench.last(), "0.3", "100");
            bench.there().fill(bench.last(), "0.7", "100");
            bench.exchange.release(true, 3);
            bench.await(order, OrderStatus.FILLED);
            bench.compare();
            assertEquals(2, bench.now(order).fills().size());
            assertFalse(bench.books.events.stream().anyMatch(OrderEvent.Rejected.class::isInstance));
            bench.agree();
        }
    }
}
