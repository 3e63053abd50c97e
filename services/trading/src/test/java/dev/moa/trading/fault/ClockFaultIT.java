package dev.moa.trading.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.moa.testkit.SteppedClock;
import dev.moa.trading.Person;
import dev.moa.trading.TradingSuite;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The clock of the process steps forwards and back, stands still, and crosses midnight twice: row 9 of the matrix. */
class ClockFaultIT {
    private static final String BTC = "BINANCE:BTCUSDT";
    private static final String MARKET =
            "{\"instrument\":\"" + BTC + "\",\"side\":\"BUY\",\"type\":\"MARKET\",\"quantity\":\"0.01\"}";
    private static final String DAY = "{\"instrument\":\"" + BTC
            + "\",\"side\":\"BUY\",\"type\":\"LIMIT\",\"quantity\":\"0.01\",\"price\":\"50000\",\"time_in_force\":\"DAY\"}";
    /** However far a clock was stepped back, what it wrote before is under way and no fault. */
    private static final Duration AHEAD = Duration.ofDays(-30);

    private static SteppedClock clock;
    private static TradingSuite suite;
    private static int price = 60_000;

    @BeforeAll
    static void start() {
        clock = new SteppedClock();
        suite = new TradingSuite(clock);
    }

    @AfterAll
    static void stop() {
        suite.close();
    }

    private record Step(String name, Consumer<SteppedClock> on) {
        static Step by(String name, Duration by) {
            return new Step(name, clock -> clock.step(by));
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Arguments> steps() {
        return Stream.of(
                        Step.by("5 s on", Duration.ofSeconds(5)),
                        Step.by("5 s back", Duration.ofSeconds(-5)),
                        Step.by("1 h on", Duration.ofHours(1)),
                        Step.by("1 h back", Duration.ofHours(-1)),
                        Step.by("1 day on", Duration.ofDays(1)),
                        Step.by("1 day back", Duration.ofDays(-1)),
                        new Step("stopped", SteppedClock::stop),
                        new Step("back across midnight", ClockFaultIT::acrossMidnight))
                .flatMap(step -> IntStream.range(0, Scale.of(1)).mapToObj(round -> Arguments.of(step)));
    }

    private static void acrossMidnight(SteppedClock clock) {
        Instant midnight = clock.instant().truncatedTo(ChronoUnit.DAYS).plus(1, ChronoUnit.DAYS);
        clock.set(midnight.plusSeconds(5));
        suite.price(BTC, Integer.toString(++price));
        clock.set(midnight.minusSeconds(30));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("steps")
    void ordersAreTakenOnceAndBooksBalanceWhateverTheClockDoes(Step step) {
        suite.price(BTC, Integer.toString(++price));
        Person person = suite.person("kim");
        String key = UUID.randomUUID().toString();
        Object bought = person.post("/trading/orders", key, MARKET).at("order_id");
        Object rests = person.order(DAY).at("order_id");

        Instant before = clock.instant();
        step.on().accept(clock);
        System.out.println("clock " + step + ": hit process "
                + ProcessHandle.current().pid() + ", from " + before + " to " + clock.instant());
        suite.price(BTC, Integer.toString(++price));
        Person again = suite.again(person);
        assertEquals(bought, again.post("/trading/orders", key, MARKET).at("order_id"), "one key, one order");
        Person.Reply second = again.order(MARKET);
        assertEquals(202, second.status(), second.raw().body());
        Object status = again.get("/trading/orders/" + rests).at("status");
        assertTrue(Set.of("ACCEPTED", "EXPIRED").contains(status), String.valueOf(status));
        if (status.equals("ACCEPTED")) {
            again.delete("/trading/orders/" + rests);
        }

        clock.step(Duration.between(clock.instant(), Instant.now()));
        suite.price(BTC, Integer.toString(++price));
        Person home = suite.again(person);
        Person.Reply third = home.order(MARKET);
        assertEquals(202, third.status(), third.raw().body());
        assertEquals(3, ((List<?>) home.get("/trading/history").at("items")).size());
        Faults.settled(suite, AHEAD);
    }
}
