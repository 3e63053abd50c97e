package dev.moa.broker.reconciliation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.moa.broker.Capabilities.ClientIds;
import dev.moa.domain.order.Order;
import dev.moa.domain.order.OrderStatus;
import dev.moa.domain.value.Side;
import dev.moa.testkit.exchange.Mood;
import dev.moa.testkit.exchange.Route;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** R08–R12 of reliability.md, and section 7: orders of which nobody knows what became. */
class UnknownCasesTest {
    @ParameterizedTest
    @EnumSource(ClientIds.class)
    void R08_answerLostAndOrderOpenIsAdoptedUnderItsNumber(ClientIds ids) {
        try (Bench bench = new Bench(ids)) {
            bench.exchange.holdStreams();
            bench.exchange.script(Route.PLACE, Mood.ERROR_AFTER);
            Order order = bench.buy("1", "100");
            bench.await(order, OrderStatus.UNKNOWN);
            bench.exchange.forgetHeld();
            bench.compare();
            assertEquals(OrderStatus.ACCEPTED, bench.now(order).status());
            assertEquals(bench.last().number(), bench.now(order).venueOrderId());
            assertEquals(1, bench.exchange.asked(Route.PLACE));
            bench.agree();
        }
    }

    @ParameterizedTest
    @EnumSource(ClientIds.class)
    void R09_answerLostAndOrderFilledIsFilled(ClientIds ids) {
        try (Bench bench = new Bench(ids)) {
            bench.exchange.holdStreams();
            bench.exchange.script(Route.PLACE, Mood.RESET_AFTER);
            Order order = bench.buy("1", "100");
            bench.await(order, OrderStatus.UNKNOWN);
            bench.there().fill(bench.last(), "1", "100");
            bench.exchange.forgetHeld();
            bench.compare();
            assertEquals(OrderStatus.FILLED, bench.now(order).status());
            assertEquals(1, bench.there().orders().size());
            bench.agree();
        }
    }

    @ParameterizedTest
    @EnumSource(value = ClientIds.class, names = "NONE", mode = EnumSource.Mode.EXCLUDE)
    void R10_neverArrivedIsRejectedOnlyWhenItsAbsenceIsProven(ClientIds ids) {
        try (Bench bench = new Bench(ids)) {
            bench.exchange.script(Route.PLACE, Mood.RESET_BEFORE);
            Order order = bench.buy("1", "100");
            bench.await(order, OrderStatus.UNKNOWN);
            bench.compareFor(Duration.ofSeconds(18));
            assertEquals(OrderStatus.UNKNOWN, bench.now(order).status(), "too early to say");
            bench.compareFor(Duration.ofSeconds(24));
            assertEquals(OrderStatus.REJECTED, bench.now(order).status());
            assertTrue(bench.books.alarms.contains("NOT_PLACED"));
            assertEquals(1, bench.exchange.asked(Route.PLACE), "never sent again");
            bench.agree();
        }
    }

    @ParameterizedTest
    @EnumSource(value = ClientIds.class, names = "NONE")
    void R11_withoutNamesItsAbsenceProvesNothing(ClientIds ids) {
        try (Bench bench = new Bench(ids)) {
            bench.exchange.script(Route.PLACE, Mood.RESET_BEFORE);
            Order order = bench.buy("1", "100");
            bench.await(order, OrderStatus.UNKNOWN);
            bench.compareFor(Duration.ofMinutes(3));
            assertEquals(OrderStatus.UNKNOWN, bench.now(order).status());
            assertEquals(1, bench.quarantined(Difference.Kind.UNKNOWN_ORDER));
            assertEquals(1, bench.exchange.asked(Route.PLACE), "never sent again");
        }
    }

    @ParameterizedTest
    @EnumSource(value = ClientIds.class, names = "NONE")
    void R12_betweenTwoCandidatesNobodyGuesses(ClientIds ids) {
        try (Bench bench = new Bench(ids)) {
            bench.exchange.script(Route.PLACE, Mood.ERROR_AFTER);
            Order order = bench.buy("1", "100");
            bench.await(order, OrderStatus.UNKNOWN);
            bench.there().placeElsewhere(null, Bench.BTC, "BUY", "1", "100");
            bench.compareFor(Duration.ofMinutes(1));
            assertEquals(OrderStatus.UNKNOWN, bench.now(order).status());
            assertNull(bench.now(order).venueOrderId());
            assertEquals(1, bench.quarantined(Difference.Kind.AMBIGUOUS_ORDER));
            assertEquals(1, bench.books.openOrders().size(), "neither was taken for somebody else's");
        }
    }

    @ParameterizedTest
    @EnumSource(value = ClientIds.class, names = "NONE")
    void R12_twoOfOursThatFitOneCandidateAreNotGuessedEither(ClientIds ids) {
        try (Bench bench = new Bench(ids)) {
            bench.exchange.script(Route.PLACE, Mood.ERROR_AFTER, Mood.RESET_BEFORE);
            Order one = bench.buy("1", "100");
            bench.await(one, OrderStatus.UNKNOWN);
            Order other = bench.buy("1", "100");
            bench.await(other, OrderStatus.UNKNOWN);
            bench.compareFor(Duration.ofMinutes(1));
            assertEquals(OrderStatus.UNKNOWN, bench.now(one).status());
            assertEquals(OrderStatus.UNKNOWN, bench.now(other).status());
            assertEquals(2, bench.quarantined(Difference.Kind.AMBIGUOUS_ORDER));
        }
    }

    @ParameterizedTest
    @EnumSource(ClientIds.class)
    void R08_anOrderThatShowsLateIsAdoptedAndNotTakenForAbsent(ClientIds ids) {
        try (Bench bench = new Bench(ids)) {
            bench.exchange.script(Route.PLACE, Mood.invisible(Duration.ofSeconds(17)));
            Order order = bench.buy("1", "100");
            bench.await(order, OrderStatus.UNKNOWN);
            bench.compareFor(Duration.ofSeconds(12));
            assertEquals(OrderStatus.UNKNOWN, bench.now(order).status());
            bench.compareFor(Duration.ofSeconds(12));
            assertEquals(OrderStatus.ACCEPTED, bench.now(order).status());
            assertTrue(bench.books.quarantined().isEmpty(), "it explained itself");
            bench.agree();
        }
    }

    @ParameterizedTest
    @EnumSource(ClientIds.class)
    void R10_anOrderThatWasSeenAndIsGoneIsNeverCalledNotPlaced(ClientIds ids) {
        try (Bench bench = new Bench(ids)) {
            Order order = bench.accepted(Side.BUY, "1", "100");
            bench.there().vanish(bench.last());
            bench.compareFor(Duration.ofMinutes(1));
            assertEquals(OrderStatus.UNKNOWN, bench.now(order).status());
            assertEquals(1, bench.quarantined(Difference.Kind.VANISHED_ORDER));
        }
    }

    @ParameterizedTest
    @EnumSource(ClientIds.class)
    void R09_anAnswerThatComesLateStillCounts(ClientIds ids) {
        try (Bench bench = new Bench(ids, Duration.ofSeconds(2))) {
            bench.exchange.holdStreams();
            bench.exchange.script(Route.PLACE, Mood.LOST);
            Order order = bench.buy("1", "100");
            bench.await(order, OrderStatus.UNKNOWN);
            bench.exchange.release(false, 1);
            bench.compare();
            assertEquals(OrderStatus.ACCEPTED, bench.now(order).status());
            bench.agree();
        }
    }

    @ParameterizedTest
    @EnumSource(value = ClientIds.class, names = "NONE")
    void aWishToCancelAnOrderWithoutANumberWaitsUntilItIsFound(ClientIds ids) {
        try (Bench bench = new Bench(ids)) {
            bench.exchange.script(Route.PLACE, Mood.invisible(Duration.ofSeconds(10)));
            Order order = bench.buy("1", "100");
            bench.await(order, OrderStatus.UNKNOWN);
            bench.books.wishes.put(order.id(), "Cancelled by its owner.");
            bench.compare();
            assertEquals(OrderStatus.UNKNOWN, bench.now(order).status(), "it never leaves UNKNOWN by being cancelled");
            bench.compare();
            bench.await(order, OrderStatus.CANCELLED);
            bench.agree();
        }
    }
}
