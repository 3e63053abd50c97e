package dev.moa.trading.fault.venue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.moa.testkit.Await;
import dev.moa.testkit.exchange.ExchangeOrder;
import dev.moa.testkit.exchange.Mood;
import dev.moa.testkit.exchange.Route;
import dev.moa.testkit.exchange.StubExchange.Ids;
import dev.moa.trading.fault.Faults;
import dev.moa.trading.fault.Scale;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A venue of each class that loses, delays, breaks and garbles answers and messages, over real sockets: row 11 and half of row 10
 * of the matrix. The cases run side by side, each on its own account; each test waits for its own.
 */
class VenueFaultIT {
    private static final int SIDE_BY_SIDE = 4;
    private static final Map<String, Future<List<String>>> RUNS = new ConcurrentHashMap<>();

    private static VenueBench bench;
    private static ExecutorService people;

    /** What is done to an account; the answer is what was hit. */
    private interface Run {
        void on(Desk desk) throws Exception;
    }

    private record Case(String name, Ids ids, Run run) {
        Callable<List<String>> task() {
            return () -> {
                Desk desk = new Desk(bench, ids);
                run.on(desk);
                desk.agree();
                return bench.exchange().struck(desk.key());
            };
        }

        void await() throws Exception {
            List<String> hit = RUNS.get(name).get();
            System.out.println(name + ": hit " + hit);
            assertFalse(hit.isEmpty(), "nothing was hit");
        }

        @Override
        public String toString() {
            return name;
        }
    }

    @BeforeAll
    static void start() {
        bench = new VenueBench();
        people = Executors.newFixedThreadPool(SIDE_BY_SIDE);
        Stream.of(placing(), cancelling(), amending(), telling(), reading())
                .flatMap(cases -> cases)
                .forEach(one -> RUNS.put(one.name(), people.submit(one.task())));
    }

    @AfterAll
    static void stop() {
        people.shutdownNow();
        bench.close();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("placing")
    void anOrderIsAtTheVenueOnceOrKnownNotToBe(Case one) throws Exception {
        one.await();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cancelling")
    void aCancelIsDoneOrTheOrderTraded(Case one) throws Exception {
        one.await();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("amending")
    void anAmendedOrderHasTheTermsThatTheVenueHas(Case one) throws Exception {
        one.await();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("telling")
    void everyTradeCountsOnceHoweverItIsTold(Case one) throws Exception {
        one.await();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("reading")
    void aReadingWithoutAnAnswerProvesNothing(Case one) throws Exception {
        one.await();
    }

    @Test
    void whenAllIsOverNothingIsUnderWayAndNoCredentialGotOut() throws Exception {
        for (var run : RUNS.values()) {
            Await.until("it ended", Duration.ofMinutes(10), run::isDone);
        }
        Faults.settled(bench.suite());
        assertEquals(List.of(), bench.leaks());
    }

    private static Stream<Case> everywhere(String what, Run run) {
        return Stream.of(Ids.values())
                .flatMap(ids -> IntStream.range(0, Scale.of(1))
                        .mapToObj(round -> new Case(
                                "class " + "ABC".charAt(ids.ordinal()) + ", " + what + " " + round, ids, run)));
    }

    // ---- orders

    static Stream<Case> placing() {
        return moods(Mood.invisible(Duration.ofMillis(800)), Mood.REFUSED_WITH_500)
                .flatMap(mood -> Stream.of(Kind.values())
                        .flatMap(kind ->
                                everywhere("order " + kind + " " + name(mood), desk -> place(desk, kind, mood))));
    }

    private static Stream<Mood> moods(Mood... more) {
        return Stream.concat(
                Stream.of(
                        Mood.LOST,
                        Mood.late(Duration.ofMillis(300)),
                        Mood.late(Duration.ofMillis(1500)),
                        Mood.SWALLOWED,
                        Mood.ERROR_BEFORE,
                        Mood.ERROR_AFTER,
                        Mood.RESET_BEFORE,
                        Mood.RESET_AFTER,
                        Mood.GARBLED,
                        Mood.HALF_ANSWERED),
                Stream.of(more));
    }

    private static String name(Mood mood) {
        return mood.kind() + (mood.time().isZero() ? "" : " " + mood.time().toMillis() + " ms");
    }

    private static void place(Desk desk, Kind kind, Mood mood) {
        bench.exchange().script(desk.key(), Route.PLACE, mood);
        String order = desk.place(kind);
        String outcome = desk.outcome(order);
        if (mood.before()) {
            assertEquals("REJECTED", outcome);
            assertEquals(0, desk.venue().orders().size());
        } else {
            desk.await(order, kind.becomes());
            assertEquals(1, desk.venue().orders().size());
        }
        assertEquals(1, bench.exchange().asked(desk.key(), Route.PLACE), "it was sent once");
    }

    static Stream<Case> cancelling() {
        return moods(Mood.REFUSED_WITH_500, Mood.RATE_LIMITED, Mood.FILL_FIRST)
                .flatMap(mood -> everywhere("cancel " + name(mood), desk -> cancel(desk, mood)));
    }

    private static void cancel(Desk desk, Mood mood) {
        String order = desk.place(Kind.RESTS);
        desk.await(order, "ACCEPTED");
        bench.exchange().script(desk.key(), Route.CANCEL, mood);
        assertEquals(202, desk.person().delete("/trading/orders/" + order).status());
        if (mood.kind() == Mood.Kind.RATE_LIMITED) {
            desk.await(order, "ACCEPTED");
            assertEquals(202, desk.person().delete("/trading/orders/" + order).status());
        }
        desk.await(order, mood.kind() == Mood.Kind.FILL_FIRST ? "FILLED" : "CANCELLED");
    }

    static Stream<Case> amending() {
        return moods(Mood.RATE_LIMITED).flatMap(mood -> everywhere("amend " + name(mood), desk -> amend(desk, mood)));
    }

    private static void amend(Desk desk, Mood mood) {
        String order = desk.place(Kind.RESTS);
        desk.await(order, "ACCEPTED");
        bench.exchange().script(desk.key(), Route.AMEND, mood);
        var asked = desk.person().put("/trading/orders/" + order, "{\"price\":\"91\",\"quantity\":\"0.6\"}");
        assertEquals(202, asked.status(), asked.raw().body());
        Await.until("it was hit", () -> !bench.exchange().struck(desk.key()).isEmpty());
        String price = mood.before() ? "90" : "91";
        Await.until(
                "it has the venue's terms",
                () -> desk.person().get("/trading/orders/" + order).at("price").equals(price));
        desk.await(order, "ACCEPTED");
    }

    // ---- messages

    static Stream<Case> telling() {
        Stream<Case> orderly = Stream.of(
                        everywhere("messages three times", desk -> tell(desk, told -> repeated(told, 3))),
                        everywhere("messages backwards", desk -> tell(desk, List::reversed)),
                        everywhere(
                                "messages backwards twice", desk -> tell(desk, told -> repeated(told.reversed(), 2))),
                        everywhere("messages lost", VenueFaultIT::lose),
                        everywhere("stream cut between trades", VenueFaultIT::cut))
                .flatMap(cases -> cases);
        Stream<Case> shuffled = IntStream.range(0, 6)
                .boxed()
                .flatMap(seed -> everywhere(
                        "messages permuted by " + seed, desk -> tell(desk, told -> permuted(told, new Random(seed)))));
        return Stream.concat(orderly, shuffled);
    }

    private static List<String> repeated(List<String> told, int times) {
        return told.stream()
                .flatMap(message -> Collections.nCopies(times, message).stream())
                .toList();
    }

    private static List<String> permuted(List<String> told, Random random) {
        List<String> messages = new ArrayList<>(told);
        told.stream().filter(message -> random.nextBoolean()).forEach(messages::add);
        Collections.shuffle(messages, random);
        return messages;
    }

    /** The order, its three trades and its end, told only when all is over. */
    private static void tell(Desk desk, UnaryOperator<List<String>> order) {
        bench.exchange().holdStreams(desk.key());
        String id = desk.place(Kind.RESTS);
        ExchangeOrder there = there(desk);
        desk.venue().fill(there, "0.1", "90");
        desk.venue().fill(there, "0.1", "89.5");
        desk.venue().fill(there, "0.3", "90");
        bench.exchange().release(desk.key(), order);
        filledByThree(desk, id);
    }

    private static void lose(Desk desk) {
        bench.exchange().holdStreams(desk.key());
        String id = desk.place(Kind.RESTS);
        ExchangeOrder there = there(desk);
        desk.await(id, "ACCEPTED");
        desk.venue().fill(there, "0.1", "90");
        desk.venue().fill(there, "0.1", "89.5");
        desk.venue().fill(there, "0.3", "90");
        bench.exchange().release(desk.key(), told -> List.of());
        bench.exchange().dropStreams(desk.key());
        filledByThree(desk, id);
    }

    private static void cut(Desk desk) {
        String id = desk.place(Kind.RESTS);
        ExchangeOrder there = there(desk);
        desk.venue().fill(there, "0.1", "90");
        bench.exchange().dropStreams(desk.key());
        desk.venue().fill(there, "0.1", "89.5");
        desk.venue().fill(there, "0.3", "90");
        filledByThree(desk, id);
    }

    private static ExchangeOrder there(Desk desk) {
        Await.until("it is there", () -> desk.venue().orders().size() == 1);
        return desk.venue().orders().getFirst();
    }

    private static void filledByThree(Desk desk, String id) {
        desk.await(id, "FILLED");
        assertEquals(3, desk.fills(id));
    }

    // ---- questions

    static Stream<Case> reading() {
        return Stream.of(Route.ACCOUNT, Route.OPEN_ORDERS, Route.ORDERS, Route.FILLS)
                .flatMap(route -> Stream.of(
                                Mood.CUT, Mood.ERROR_BEFORE, Mood.RATE_LIMITED, Mood.GARBLED, Mood.HALF_ANSWERED)
                        .filter(mood -> mood.kind() != Mood.Kind.CUT || route != Route.ACCOUNT)
                        .flatMap(mood -> everywhere(
                                route + " " + name(mood) + " while an order is lost",
                                desk -> read(desk, route, mood))));
    }

    private static void read(Desk desk, Route route, Mood mood) {
        bench.exchange().script(desk.key(), route, mood, mood);
        bench.exchange().script(desk.key(), Route.PLACE, Mood.ERROR_AFTER);
        String order = desk.place(Kind.RESTS);
        desk.await(order, "ACCEPTED");
    }
}
