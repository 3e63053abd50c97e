package dev.moa.platform.outbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.moa.testkit.Await;
import dev.moa.testkit.Servers;
import io.micronaut.context.ApplicationContext;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Facts from one service's transaction to another's, over real servers that are killed on the way. */
class DeliveryIT {

    private Suite suite;
    private Teller trading;

    @BeforeEach
    void start() {
        suite = new Suite();
        trading = new Teller(suite.start("trading"));
    }

    @AfterEach
    void stop() {
        suite.close();
    }

    @Test
    void aFactArrivesOnceAfterItsTransactionAndNotWithoutIt() {
        consumer(1);
        UUID told = trading.tell("kept");
        assertThrows(
                IllegalStateException.class,
                () -> trading.sql().inTransaction(() -> {
                    trading.append("rolled back", null);
                    throw new IllegalStateException("no");
                }));
        UUID last = trading.tell("last");

        Await.until("both arrived", () -> suite.effects().size() == 2);
        assertEquals(List.of(told, last), suite.effectIds());
        Await.until("the rows are marked", () -> suite.count("trading", "outbox where sent_at is null") == 0);
        assertThrows(IllegalStateException.class, () -> trading.append("outside", null));
    }

    @Test
    void eightSlowWritersLoseNothingAndEveryOwnersFactsArriveInOrder() throws Exception {
        consumer(20);
        int owners = 4;
        int each = 40;
        suite.execute("create table trading.lane (owner int primary key, told int not null)");
        suite.execute("insert into trading.lane select n, 0 from generate_series(0, 3) n");
        suite.execute("grant select, update on trading.lane to moa_trading");
        try (var writers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> writing = new ArrayList<>();
            for (int writer = 0; writer < 2 * owners; writer++) {
                int owner = writer % owners;
                writing.add(writers.submit(() -> IntStream.range(0, each).forEach(n -> slowly(owner))));
            }
            for (Future<?> one : writing) {
                one.get(2, TimeUnit.MINUTES);
            }
        }

        Await.until("all arrived", () -> suite.effects().size() == 2 * owners * each);
        for (int owner = 0; owner < owners; owner++) {
            String prefix = owner + "/";
            List<String> arrived =
                    suite.effects().stream().filter(s -> s.startsWith(prefix)).toList();
            assertEquals(
                    IntStream.rangeClosed(1, 2 * each).mapToObj(n -> prefix + n).toList(), arrived);
        }
    }

    @Test
    void aLongTransactionHoldsUpNobodyElse() {
        consumer(1);
        trading.sql().inTransaction(() -> {
            trading.append("slow", null);
            Thread other = Thread.ofVirtual().start(() -> trading.tell("quick"));
            Await.until("the quick one overtakes", () -> suite.effects().equals(List.of("quick")));
            assertTrue(other.isVirtual());
        });
        Await.until("the slow one follows", () -> suite.effects().equals(List.of("quick", "slow")));
    }

    @Test
    void aPoisonedMessageEndsInTheDeadQueueAndTheOthersGoOn() throws Exception {
        ApplicationContext notification = consumer(10);
        trading.sql().inTransaction(() -> {
            for (String subject : List.of("a", "b", "poison", "c", "d")) {
                trading.append(subject, null);
            }
        });

        Await.until("the others arrived", () -> suite.effects().equals(List.of("a", "b", "c", "d")));
        Await.until("it is in the dead queue", () -> messages(notification, "moa.dead.notification.test") > 0);
        trading.tell("e");
        Await.until("the queue goes on", () -> suite.effects().equals(List.of("a", "b", "c", "d", "e")));
    }

    @Test
    void whatNobodyUnderstandsEndsInTheDeadQueueAtOnce() throws Exception {
        Recorder recorder = new Recorder(1);
        ApplicationContext notification = start(recorder);
        var channel = notification.getBean(Rabbit.class).channel();
        Await.until("the queue is there", () -> messages(notification, "moa.notification.test") == 0);
        Set<String> bad = Set.of("", "{", "null", "{\"name\":\"signal.received\",\"version\":99}", "\u0000");
        for (String message : bad) {
            channel.basicPublish("", "moa.notification.test", null, message.getBytes());
        }
        trading.tell("fine");

        Await.until("the fine one arrived", () -> suite.effects().equals(List.of("fine")));
        // At least once: a confirm that comes too late lets one be put away again.
        Set<String> dead = new HashSet<>();
        Await.until("all of them are dead", () -> {
            var letter = channel.basicGet("moa.dead.notification.test", true);
            if (letter != null) {
                dead.add(new String(letter.getBody()));
            }
            return dead.equals(bad);
        });
        assertEquals(1, recorder.calls.get());
    }

    @Test
    void rabbitKilledInTheMiddleNeitherLosesNorDoublesAnything() throws Exception {
        // A queue may come back from a kill without a leader: then the sweeper brings what it holds.
        start(new Recorder(16), Map.of("moa.sweep.older-than", "2s"));
        List<UUID> told = new ArrayList<>(List.of(trading.tell("first")));
        Await.until("it works", () -> suite.effects().size() == 1);
        for (int n = 0; n < 600; n++) {
            if (n == 150) {
                Servers.rabbit().kill();
            }
            if (n == 450) {
                Servers.rabbit().start();
            }
            told.add(trading.tell("n" + n));
        }
        Await.until(
                "all had their effect",
                java.time.Duration.ofSeconds(60),
                () -> suite.effects().size() >= told.size());
        assertEquals(new HashSet<>(told), new HashSet<>(suite.effectIds()));
        assertEquals(told.size(), suite.effectIds().size());
    }

    @Test
    void aServiceStartedWithoutRabbitComesToLifeWhenItArrives() {
        Servers.rabbit().kill();
        suite.stop("trading");
        trading = new Teller(suite.start("trading"));
        consumer(1);
        UUID told = trading.tell("early");
        Servers.rabbit().start();

        Await.until("it arrived", () -> suite.effectIds().equals(List.of(told)));
    }

    @Test
    void theSweeperRepairsWhatADeletedQueueTookAlong() {
        Recorder recorder = new Recorder(1);
        start(recorder);
        trading.tell("first");
        Await.until("it works", () -> suite.effects().size() == 1);
        suite.stop("notification");
        List<UUID> lost = List.of(trading.tell("lost 1"), trading.tell("lost 2"));
        Await.until("they were sent", () -> suite.count("trading", "outbox where sent_at is null") == 0);
        Servers.rabbit().control("-p", suite.virtualHost(), "delete_queue", "moa.notification.test");

        start(new Recorder(1), Map.of("moa.sweep.older-than", "0s"));

        Await.until("they were fetched", () -> suite.effects().equals(List.of("first", "lost 1", "lost 2")));
        assertTrue(suite.effectIds().containsAll(lost));
        trading.tell("after");
        Await.until("the new queue works", () -> suite.effects().getLast().equals("after"));
    }

    @Test
    void aConsumerLivesOnSweepsAloneWhileRabbitIsAway() {
        Servers.rabbit().kill();
        try {
            start(new Recorder(1), Map.of("moa.sweep.older-than", "0s"));
            UUID told = trading.tell("through the database");
            Await.until("it was fetched", () -> suite.effectIds().equals(List.of(told)));
        } finally {
            Servers.rabbit().start();
        }
        trading.tell("through rabbit or the database");
        Await.until("no more and no less", () -> suite.effects().size() == 2);
    }

    @Test
    void factsWithoutAQueueWaitAndHoldUpNoOthers() {
        UUID early = trading.tell("early");
        Await.until("it was tried", () -> suite.count("trading", "outbox where sent_at is null") == 1);
        consumer(1);
        Await.until("it arrived", () -> suite.effectIds().equals(List.of(early)));
    }

    private void slowly(int owner) {
        trading.sql().inTransaction(() -> {
            // A transaction id before the lock: the order of ids is not the order of commits.
            trading.sql().update("insert into inbox (queue, event_id) values ('x', ?)", UUID.randomUUID());
            int n = trading.sql()
                    .one(
                            "update lane set told = told + 1 where owner = ? returning told",
                            rs -> rs.getInt("told"),
                            owner)
                    .orElseThrow();
            trading.append(owner + "/" + n, new UUID(0, owner));
            trading.sql()
                    .one(
                            "select pg_sleep(?)",
                            rs -> rs.getString(1),
                            ThreadLocalRandom.current().nextInt(30) / 1000.0);
        });
    }

    private ApplicationContext consumer(int batch) {
        return start(new Recorder(batch));
    }

    private ApplicationContext start(Recorder recorder) {
        return start(recorder, Map.of());
    }

    private ApplicationContext start(Recorder recorder, Map<String, Object> settings) {
        recorder.writesTo(() -> suite.sql("notification"));
        return suite.start("notification", settings, recorder);
    }

    private static long messages(ApplicationContext context, String queue) throws Exception {
        try (var channel = context.getBean(Rabbit.class).channel()) {
            return channel.messageCount(queue);
        }
    }
}
