package dev.moa.trading.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.moa.testkit.Await;
import dev.moa.trading.Person;
import dev.moa.trading.TradingSuite;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** People who order and cancel without a pause, remember what they were promised, and ask again for what they were not. */
final class Workload implements AutoCloseable {
    private static final String BTC = "BINANCE:BTCUSDT";
    private static final int PEOPLE = 4;

    private record Wish(Person person, String body) {}

    private final TradingSuite suite;
    private final Map<String, Wish> wishes = new ConcurrentHashMap<>();
    private final Map<String, String> promised = new ConcurrentHashMap<>();
    private final AtomicInteger answers = new AtomicInteger();
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean resting;

    private Workload(TradingSuite suite) {
        this.suite = suite;
    }

    /** Starts them and returns when each has been answered at least once. */
    static Workload begin(TradingSuite suite) {
        Workload work = new Workload(suite);
        suite.price(BTC, "60000");
        for (int i = 0; i < PEOPLE; i++) {
            Person person = suite.person("fault" + i);
            suite.raiseDailyTrades(person);
            work.threads.add(Thread.ofVirtual().start(() -> work.order(person)));
        }
        work.threads.add(Thread.ofVirtual().start(work::prices));
        work.awaitMore(PEOPLE * 3);
        return work;
    }

    /** Until that many more answers came. */
    void awaitMore(int more) {
        int enough = answers.get() + more;
        Await.until("people are answered", () -> answers.get() >= enough);
    }

    /** Lets everybody go on for that long, answered or not. */
    void goOn(Duration time) {
        long end = System.nanoTime() + time.toNanos();
        Await.until("the fault has lasted", () -> System.nanoTime() >= end);
    }

    int answers() {
        return answers.get();
    }

    private void order(Person person) {
        for (int i = 0; !resting; i++) {
            String price = i % 3 == 0 ? "59900" : "59990";
            String terms = i % 2 == 0 ? "\"type\":\"MARKET\"" : "\"type\":\"LIMIT\",\"price\":\"" + price + "\"";
            String body = "{\"instrument\":\"" + BTC + "\",\"side\":\"" + (i % 4 < 2 ? "BUY" : "SELL")
                    + "\",\"quantity\":\"0.001\"," + terms + "}";
            String key = UUID.randomUUID().toString();
            wishes.put(key, new Wish(person, body));
            ask(key);
            if (i % 5 == 4 && promised.containsKey(key)) {
                attempt(() -> person.delete("/trading/orders/" + promised.get(key)));
            }
        }
    }

    private void prices() {
        for (int i = 0; !resting; i++) {
            String price = Integer.toString(59_950 + i * 37 % 100);
            attempt(() -> suite.tell(BTC, price));
            LockSupport.parkNanos(20_000_000);
        }
    }

    private void ask(String key) {
        Wish wish = wishes.get(key);
        attempt(() -> {
            Person.Reply reply = wish.person().post("/trading/orders", key, wish.body());
            answers.incrementAndGet();
            if (reply.status() == 202) {
                String id = (String) reply.at("order_id");
                String before = promised.put(key, id);
                assertTrue(before == null || before.equals(id), "one key, one order");
            } else if (reply.status() == 422) {
                promised.put(key, "refused");
            } else {
                LockSupport.parkNanos(20_000_000);
            }
        });
    }

    /** While something is away there is no answer, which is what these runs are about. */
    private static void attempt(Runnable request) {
        try {
            request.run();
        } catch (RuntimeException noAnswer) {
            assertTrue(noAnswer.getMessage() != null || noAnswer.getCause() != null);
        }
    }

    /** Lets nobody go on, also when a test failed in the middle. */
    @Override
    public void close() {
        resting = true;
    }

    /** Lets everybody finish, asks again for what was not answered, and checks that every promise was kept once. */
    int end() {
        resting = true;
        for (Thread thread : threads) {
            Await.until("everybody has finished", () -> thread.join(Duration.ofMillis(50)));
        }
        suite.price(BTC, "60000");
        for (String key : wishes.keySet()) {
            Await.until(key + " is answered", () -> {
                if (!promised.containsKey(key)) {
                    ask(key);
                }
                return promised.containsKey(key);
            });
        }
        Faults.settled(suite);
        Set<String> ids = new HashSet<>();
        promised.forEach((key, id) -> {
            assertTrue(id.equals("refused") || ids.add(id), "two keys share " + id);
            if (!id.equals("refused")) {
                assertEquals(
                        200,
                        wishes.get(key).person().get("/trading/orders/" + id).status(),
                        "promised " + id);
            }
        });
        return ids.size();
    }
}
