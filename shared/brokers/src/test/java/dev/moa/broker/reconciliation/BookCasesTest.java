package dev.moa.broker.reconciliation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.moa.broker.Capabilities.ClientIds;
import dev.moa.broker.http.VenueAway;
import dev.moa.domain.order.Order;
import dev.moa.domain.order.OrderStatus;
import dev.moa.domain.order.Origin;
import dev.moa.domain.portfolio.Direction;
import dev.moa.domain.portfolio.Position;
import dev.moa.domain.value.Currency;
import dev.moa.domain.value.Price;
import dev.moa.domain.value.Quantity;
import dev.moa.domain.value.Side;
import dev.moa.testkit.exchange.ExchangeFill;
import dev.moa.testkit.exchange.ExchangeOrder;
import dev.moa.testkit.exchange.Mood;
import dev.moa.testkit.exchange.Route;
import java.math.BigDecimal;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** R13–R17 and R26–R38 of reliability.md: what others did, positions, money, and bad readings. */
class BookCasesTest {
    private static final String OURS = "moa0123456789abcdefghjkmnpqrs";

    @ParameterizedTest
    @EnumSource(ClientIds.class)
    void R13_anOrderPlacedElsewhereCountsAsExternal(ClientIds ids) {
        try (Bench bench = new Bench(ids)) {
            bench.there().placeElsewhere(null, Bench.BTC, "BUY", "2", "90");
            bench.compare();
            Order external = bench.books.openOrders().iterator().next();
            assertEquals(Origin.Kind.EXTERNAL, external.request().origin().kind());
            assertEquals(OrderStatus.ACCEPTED, external.status());
            bench.there().fill(bench.last(), "2", "90");
            bench.compare();
            assertEquals(OrderStatus.FILLED, bench.now(external).status());
            bench.agree();
        }
    }

    @ParameterizedTest
    @EnumSource(value = ClientIds.class, names = "NONE", mode = EnumSource.Mode.EXCLUDE)
    void R14_anOrderOfOursThatWeForgotIsRecoveredWithAnAlarm(ClientIds ids) {
        try (Bench bench = new Bench(ids)) {
            bench.there().placeElsewhere(OURS, Bench.BTC, "BUY", "2", "90");
            bench.compare();
            Order recovered = bench.books.openOrders().iterator().next();
            assertEquals(Origin.Kind.RECOVERED, recovered.request().origin().kind());
            assertTrue(bench.books.alarms.contains("RECOVERED_ORDER"));
            bench.agree();
        }
    }

    @ParameterizedTest
    @EnumSource(ClientIds.class)
    void R15_aFillOfAnUnknownOrderCountsAndBringsItsOrder(ClientIds ids) {
        try (Bench bench = new Bench(ids)) {
            ExchangeOrder strange = bench.there().placeElsewhere(null, Bench.BTC, "BUY", "2", null);
            bench.there().fill(strange, "2", "95");
            bench.compare();
            assertEquals(
                    Quantity.of("2"),
                    bench.books.position(Bench.INSTRUMENT).orElseThrow().quantity());
            bench.agree();
        }
    }

    @ParameterizedTest
    @EnumSource(ClientIds.class)
    void R16_theSameFillAgainIsIgnored(ClientIds ids) {
        try (Bench bench = new Bench(ids)) {
            Order order = bench.accepted(Side.BUY, "1", "100");
            bench.there().fill(bench.last(), "1", "100");
            bench.compare();
            bench.compare();
            bench.compare();
            assertEquals(1, bench.now(order).fills().size());
            bench.agree();
        }
    }

    @ParameterizedTest
    @EnumSource(ClientIds.class)
    void R17_theSameFillWithOtherContentIsQuarantined(ClientIds ids) {
        try (Bench bench = new Bench(ids)) {
            Order order = bench.accepted(Side.BUY, "1", "100");
            ExchangeFill fill = bench.there().fill(bench.last(), "1", "100");
            bench.compare();
            bench.there().correct(fill, "98");
            bench.compare();
            assertEquals(1, bench.quarantined(Difference.Kind.CHANGED_FILL));
            assertEquals(Price.of("100"), bench.now(order).averagePrice(), "a fill is never changed");
        }
    }

    @ParameterizedTest
    @EnumSource(ClientIds.class)
    void R26_aPositionThatAnExternalFillExplainsIsExplained(ClientIds ids) {
        try (Bench bench = new Bench(ids)) {
            holding(bench, "1", "100");
            ExchangeOrder sale = bench.there().placeElsewhere(null, Bench.BTC, "SELL", "0.4", "110");
            bench.there().fill(sale, "0.4", "110");
            bench.compare();
            assertEquals(
                    Quantity.of("0.6"),
                    bench.books.position(Bench.INSTRUMENT).orElseThrow().quantity());
            assertTrue(bench.books.quarantined().isEmpty());
            bench.agree();
        }
    }

    @ParameterizedTest
    @EnumSource(ClientIds.class)
    void R27_aPositionThatNothingExplainsIsQuarantinedUntilItFits(ClientIds ids) {
        try (Bench bench = new Bench(ids)) {
            holding(bench, "1", "100");
            bench.there().hold(Bench.BTC, "0.7", "100");
            bench.compare();
            assertEquals(0, bench.quarantined(Difference.Kind.POSITION), "one reading may be wrong");
            bench.compare();
            bench.compare();
            assertEquals(1, bench.quarantined(Difference.Kind.POSITION));
            assertEquals(
                    Quantity.of("1"),
                    bench.books.position(Bench.INSTRUMENT).orElseThrow().quantity());
            bench.there().hold(Bench.BTC, "1", "100");
            bench.compare();
            assertEquals(0, bench.quarantined(Difference.Kind.POSITION), "it fits again");
        }
    }

    @ParameterizedTest
    @EnumSource(ClientIds.class)
    void R28_aPositionOpenedOutsideCountsAsExternal(ClientIds ids) {
        try (Bench bench = new Bench(ids)) {
            bench.there().hold(Bench.BTC, "3", "80").cash("USDT", "99760");
            bench.compare();
            bench.compare();
            Position position = bench.books.position(Bench.INSTRUMENT).orElseThrow();
            assertEquals(Quantity.of("3"), position.quantity());
            assertEquals(Price.of("80"), position.entryPrice());
            assertTrue(bench.books.alarms.contains("OPENED_OUTSIDE"));
            bench.agree();
        }
    }

    @ParameterizedTest
    @EnumSource(ClientIds.class)
    void R29_aPositionTurnedOutsideGoesThroughZeroInTwoFills(ClientIds ids) {
        try (Bench bench = new Bench(ids)) {
            holding(bench, "1", "100");
            int events = bench.books.events.size();
            bench.there().hold(Bench.BTC, "-2", "100");
            bench.compare();
            bench.compare();
            Position position = bench.books.position(Bench.INSTRUMENT).orElseThrow();
            assertEquals(Direction.SHORT, position.direction());
            assertEquals(Quantity.of("2"), position.quantity());
            assertEquals(
                    2,
                    bench.books.events.stream()
                            .skip(events)
                            .filter(dev.moa.domain.order.OrderEvent.Filled.class::isInstance)
                            .count());
            assertTrue(bench.books.alarms.contains("FLIPPED_OUTSIDE"));
        }
    }

    @ParameterizedTest
    @EnumSource(ClientIds.class)
    void R30_anotherAveragePriceIsNotedOnceAndChangesNoFill(ClientIds ids) {
        try (Bench bench = new Bench(ids)) {
            holding(bench, "1", "100");
            bench.there().hold(Bench.BTC, "1", "100.15");
            bench.compare();
            assertEquals(1, bench.books.movements.size());
            assertEquals(
                    Price.of("100"),
                    bench.books.position(Bench.INSTRUMENT).orElseThrow().entryPrice());
            bench.agree();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "FEE, UNIQUE_FOR_EVER, -3.5", "FUNDING, UNIQUE_WHILE_OPEN, -0.7", "DIVIDEND, NONE, 12",
        "DEPOSIT, UNIQUE_FOR_EVER, 5000", "TAX, NONE, -2", "INTEREST, UNIQUE_WHILE_OPEN, 0.01"
    })
    void R31_moneyThatTheBrokerExplainsIsEnteredOnce(String kind, ClientIds ids, String amount) {
        try (Bench bench = new Bench(ids)) {
            bench.there().move(kind, "USDT", amount);
            bench.compare();
            assertEquals(
                    new BigDecimal("100000").add(new BigDecimal(amount)).stripTrailingZeros(),
                    bench.books.cash(Currency.USDT).stripTrailingZeros());
            bench.agree();
        }
    }

    @ParameterizedTest
    @EnumSource(ClientIds.class)
    void R31_moneyThatNothingExplainsAlarms(ClientIds ids) {
        try (Bench bench = new Bench(ids)) {
            bench.there().cash("USDT", "99990");
            bench.compare();
            assertEquals(0, bench.quarantined(Difference.Kind.CASH), "one reading may be wrong");
            bench.compare();
            assertEquals(1, bench.quarantined(Difference.Kind.CASH));
            assertEquals(new BigDecimal("100000"), bench.books.cash(Currency.USDT));
        }
    }

    @ParameterizedTest
    @EnumSource(ClientIds.class)
    void R32_aListThatWasCutProvesNothing(ClientIds ids) {
        try (Bench bench = new Bench(ids)) {
            bench.exchange.script(Route.PLACE, Mood.RESET_BEFORE);
            Order order = bench.buy("1", "100");
            bench.await(order, OrderStatus.UNKNOWN);
            holding(bench, "1", "100");
            ExchangeOrder sale = bench.there().placeElsewhere(null, Bench.BTC, "SELL", "0.4", "110");
            bench.there().fill(sale, "0.4", "110");
            bench.exchange.script(Route.ORDERS, Mood.CUT, Mood.CUT);
            bench.exchange.script(Route.FILLS, Mood.CUT, Mood.CUT);
            bench.compare();
            bench.compare();
            assertEquals(OrderStatus.UNKNOWN, bench.now(order).status());
            assertTrue(bench.books.quarantined().isEmpty());
        }
    }

    @ParameterizedTest
    @EnumSource(ClientIds.class)
    void R33_oneQuestionWithoutAnAnswerLeadsToNothing(ClientIds ids) {
        try (Bench bench = new Bench(ids)) {
            holding(bench, "1", "100");
            String before = bench.books.state();
            for (Route route : new Route[] {Route.ACCOUNT, Route.OPEN_ORDERS, Route.ORDERS, Route.FILLS}) {
                bench.there().hold(Bench.BTC, "9", "1");
                bench.exchange.script(route, Mood.ERROR_BEFORE);
                assertThrows(VenueAway.class, bench::compare);
                assertEquals(before, bench.books.state());
            }
        }
    }

    @ParameterizedTest
    @EnumSource(ClientIds.class)
    void R34_whatStreamAndListSeeDifferentlyForAMomentIsReadAgain(ClientIds ids) {
        try (Bench bench = new Bench(ids)) {
            holding(bench, "1", "100");
            bench.there().hold(Bench.BTC, "0.5", "100");
            assertTrue(bench.compare().watching());
            bench.there().hold(Bench.BTC, "1", "100");
            bench.compare();
            bench.compare();
            assertTrue(bench.books.quarantined().isEmpty());
            bench.agree();
        }
    }

    @ParameterizedTest
    @EnumSource(ClientIds.class)
    void R35_aVenueWhoseClockIsWrongIsAskedByItsOwnTime(ClientIds ids) {
        try (Bench bench = new Bench(ids)) {
            bench.exchange.skew(Duration.ofMinutes(7));
            bench.exchange.holdStreams();
            bench.exchange.script(Route.PLACE, Mood.ERROR_AFTER);
            Order order = bench.buy("1", "100");
            bench.await(order, OrderStatus.UNKNOWN);
            bench.there().fill(bench.last(), "1", "100");
            bench.exchange.forgetHeld();
            bench.compare();
            assertEquals(OrderStatus.FILLED, bench.now(order).status());
            bench.agree();
        }
    }

    @ParameterizedTest
    @EnumSource(ClientIds.class)
    void R36_anAnnouncedSplitIsAnAdjustmentWithoutProfit(ClientIds ids) {
        try (Bench bench = new Bench(ids)) {
            holding(bench, "2", "100");
            bench.there().split(Bench.BTC, "5");
            bench.compare();
            Position position = bench.books.position(Bench.INSTRUMENT).orElseThrow();
            assertEquals(Quantity.of("10"), position.quantity());
            assertEquals(Price.of("20"), position.entryPrice());
            bench.agree();
        }
    }

    @ParameterizedTest
    @EnumSource(ClientIds.class)
    void R36_aSplitThatNobodyAnnouncedWaitsForAPerson(ClientIds ids) {
        try (Bench bench = new Bench(ids)) {
            holding(bench, "2", "100");
            bench.there().hold(Bench.BTC, "10", "20");
            bench.compare();
            bench.compare();
            assertEquals(1, bench.quarantined(Difference.Kind.POSITION));
            assertEquals(
                    Quantity.of("2"),
                    bench.books.position(Bench.INSTRUMENT).orElseThrow().quantity());
        }
    }

    @ParameterizedTest
    @EnumSource(ClientIds.class)
    void R36_aNewSymbolIsTheSamePositionUnderAnotherName(ClientIds ids) {
        try (Bench bench = new Bench(ids)) {
            holding(bench, "2", "100");
            bench.there().rename(Bench.BTC, "BINANCE:XBTUSDT");
            bench.compare();
            assertTrue(bench.books.position(Bench.INSTRUMENT).isEmpty());
            assertEquals(
                    Quantity.of("2"), bench.books.positions().iterator().next().quantity());
        }
    }

    @ParameterizedTest
    @EnumSource(ClientIds.class)
    void R37_aSecondRunOfTheSameReadingChangesNothing(ClientIds ids) {
        try (Bench bench = new Bench(ids)) {
            holding(bench, "2", "100");
            bench.there().placeElsewhere(null, Bench.BTC, "BUY", "2", "90");
            bench.there().fill(bench.last(), "1", "90");
            bench.there().move("DEPOSIT", "USDT", "10");
            bench.there().hold("BINANCE:ETHUSDT", "1", "50");
            bench.clock.advance(Duration.ofSeconds(6));
            VenueState reading = bench.read();
            bench.compareNow(reading, bench.clock.instant());
            String once = bench.books.state();
            bench.compareNow(reading, bench.clock.instant());
            assertEquals(once, bench.books.state());
        }
    }

    @ParameterizedTest
    @EnumSource(ClientIds.class)
    void aNewAccountBeginsWithWhatIsThere(ClientIds ids) {
        try (Bench bench = new Bench(ids)) {
            bench.there().hold(Bench.BTC, "3", "80").cash("USDT", "1234.5").cash("KRW", "7000");
            bench.open();
            assertEquals(
                    Quantity.of("3"),
                    bench.books.position(Bench.INSTRUMENT).orElseThrow().quantity());
            assertEquals(new BigDecimal("1234.5"), bench.books.cash(Currency.USDT));
            assertTrue(bench.books.quarantined().isEmpty());
            bench.agree();
        }
    }

    private static void holding(Bench bench, String quantity, String price) {
        Order order = bench.accepted(Side.BUY, quantity, price);
        bench.there().fill(bench.last(), quantity, price);
        bench.await(order, OrderStatus.FILLED);
        bench.clock.advance(Duration.ofSeconds(6));
    }
}
