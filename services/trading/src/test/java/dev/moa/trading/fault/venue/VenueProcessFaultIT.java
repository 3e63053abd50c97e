package dev.moa.trading.fault.venue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.moa.testkit.Servers;
import dev.moa.testkit.exchange.Mood;
import dev.moa.testkit.exchange.Route;
import dev.moa.testkit.exchange.StubExchange.Ids;
import dev.moa.trading.fault.Child;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Processes with accounts at a venue: killed on the way there, frozen while another starts, and restored from a backup. */
class VenueProcessFaultIT {
    private static VenueBench bench;

    @BeforeAll
    static void start() {
        bench = new VenueBench();
    }

    @AfterAll
    static void stop() {
        bench.close();
    }

    @ParameterizedTest(name = "{0}, {1}")
    @CsvSource({"CP05,FOR_EVER", "CP06,NONE", "CP07,WHILE_OPEN", "CP07,NONE"})
    void anOrderWhoseProcessWasKilledOnTheWayIsThereOnceOrNotAtAll(String point, Ids ids) {
        Desk desk = new Desk(bench, ids);
        String key = UUID.randomUUID().toString();
        bench.suite().stop();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor();
                Child child = Child.start(bench.suite(), point)) {
            desk.awaitGate("OPEN");
            threads.submit(() -> desk.ask(key, Kind.TRADES));
            System.out.println(point + ", " + ids + ": killed process " + child.killAtItsPoint());
            assertFalse(child.said().contains(VenueBench.MARKER), "a credential in the log");
        } finally {
            bench.start();
        }
        String outcome = desk.outcome(desk.placed(key, Kind.TRADES));
        assertEquals(outcome.equals("REJECTED") ? 0 : 1, desk.venue().orders().size());
        desk.agree();
    }

    @ParameterizedTest(name = "{0}, {1}")
    @CsvSource({"CP16,WHILE_OPEN", "CP19,FOR_EVER"})
    void anOrderWhoseProcessWasKilledWhileCancellingOrComparingEndsCancelled(String point, Ids ids) {
        Desk desk = new Desk(bench, ids);
        String order = desk.place(Kind.RESTS);
        desk.await(order, "ACCEPTED");
        // The doubt about the answer is what leads to a comparison.
        bench.exchange().script(desk.key(), Route.CANCEL, Mood.ERROR_AFTER);
        bench.suite().stop();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor();
                Child child = Child.start(bench.suite(), point)) {
            threads.submit(() -> desk.person().delete("/trading/orders/" + order));
            System.out.println(point + ", " + ids + ": killed process " + child.killAtItsPoint());
        } finally {
            bench.start();
        }
        desk.person().delete("/trading/orders/" + order);
        desk.await(order, "CANCELLED");
        desk.agree();
    }

    @Test
    void whileAProcessIsFrozenAnotherSendsNothingForItsAccountsAndTakesOverAfterItsEnd() {
        Desk desk = new Desk(bench, Ids.FOR_EVER);
        String first = desk.place(Kind.RESTS);
        desk.await(first, "ACCEPTED");
        bench.suite().stop();
        long asked;
        try (Child child = Child.start(bench.suite(), "none")) {
            desk.awaitGate("OPEN");
            child.freeze();
            System.out.println("two traders: hit process " + child.pid() + ", frozen");
            bench.start();
            asked = bench.exchange().asked(desk.key(), Route.PLACE);
            assertNotEquals(
                    202, desk.ask(UUID.randomUUID().toString(), Kind.RESTS).status());
            child.thaw();
            assertNotEquals(
                    202, desk.ask(UUID.randomUUID().toString(), Kind.RESTS).status());
            assertEquals(asked, bench.exchange().asked(desk.key(), Route.PLACE), "nothing left");
        }
        desk.awaitGate("OPEN");
        String second = desk.place(Kind.TRADES);
        desk.await(second, "FILLED");
        assertEquals(asked + 1, bench.exchange().asked(desk.key(), Route.PLACE));
        desk.agree();
    }

    /** What {@code ./moa restore} does: an older state, a new epoch, and real accounts that only compare. */
    @Test
    void ordersThatARestoredBackupForgotComeBackAndNoNameIsUsedTwice() throws SQLException {
        List<Desk> desks =
                Stream.of(Ids.values()).map(ids -> new Desk(bench, ids)).toList();
        desks.forEach(desk -> desk.await(desk.place(Kind.RESTS), "ACCEPTED"));
        String database = bench.suite().database();
        bench.suite().stop();
        execute("CREATE DATABASE " + database + "_backup TEMPLATE " + database);
        bench.start();
        desks.forEach(desk -> {
            desk.awaitGate("OPEN");
            desk.await(desk.place(Kind.TRADES), "FILLED");
            desk.await(desk.place(Kind.RESTS), "ACCEPTED");
        });
        bench.suite().stop();
        execute("DROP DATABASE " + database);
        execute("ALTER DATABASE " + database + "_backup RENAME TO " + database);
        try (var restored = Servers.postgres().superuser(database);
                var statement = restored.createStatement()) {
            statement.execute(
                    "UPDATE trading.installation SET epoch = gen_random_uuid(), number = number + 1, since = now()");
            statement.execute("UPDATE trading.account SET state = 'RECONCILE_ONLY' WHERE broker <> 'PAPER'");
        }
        System.out.println("backup of " + database + " restored: hit " + desks.size() + " accounts");
        bench.start();
        for (Desk desk : desks) {
            desk.awaitGate("RECONCILE_ONLY");
            long asked = bench.exchange().asked(desk.key(), Route.PLACE);
            assertEquals(
                    "reconcile_only",
                    desk.ask(UUID.randomUUID().toString(), Kind.RESTS).at("code"));
            assertEquals(asked, bench.exchange().asked(desk.key(), Route.PLACE), "nothing is sent");
            assertEquals(
                    200,
                    desk.person()
                            .post("/accounts/" + desk.account() + "/resume", null, "")
                            .status());
            desk.awaitGate("OPEN");
            desk.await(desk.place(Kind.RESTS), "ACCEPTED");
            assertEquals(4, desk.venue().orders().size());
            desk.agree();
        }
    }

    private static void execute(String sql) throws SQLException {
        try (var connection = Servers.postgres().superuser("postgres");
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
