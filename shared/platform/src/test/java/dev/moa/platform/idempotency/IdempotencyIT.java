package dev.moa.platform.idempotency;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.moa.platform.Ids;
import dev.moa.platform.identity.Caller;
import dev.moa.platform.problem.Problem;
import dev.moa.platform.sql.Sql;
import dev.moa.testkit.Servers;
import io.micronaut.context.ApplicationContext;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class IdempotencyIT {

    private static final String BODY = "{\"quantity\":\"1\",\"price\":2.50}";

    private static ApplicationContext context;
    private static Idempotency idempotency;
    private static Sql sql;

    private final Caller caller = new Caller(Ids.next(), Ids.next(), "kim", "user", Set.of(), true);
    private final AtomicInteger runs = new AtomicInteger();

    @BeforeAll
    static void start() {
        context = ApplicationContext.builder()
                .deduceEnvironment(false)
                .environments("trading")
                .properties(
                        Servers.databaseAndRedis("trading", Servers.postgres().freshDatabase()))
                .properties(Map.of("moa.messaging.enabled", "false"))
                .start();
        idempotency = context.getBean(Idempotency.class);
        sql = context.getBean(Sql.class);
    }

    @AfterAll
    static void stop() {
        context.close();
    }

    @Test
    void theSameCallIsAnsweredAgainByteForByteWithoutRunning() {
        HttpResponse<?> first = run("key-0001", BODY);
        HttpResponse<?> again = run("key-0001", " {\"price\": 2.5, \"quantity\" : \"1\"} ");

        assertEquals(201, first.code());
        assertEquals(201, again.code());
        assertEquals(first.body(), again.body());
        assertEquals("true", again.header(Idempotency.REPLAYED));
        assertFalse(first.getHeaders().contains(Idempotency.REPLAYED));
        assertEquals(1, runs.get());
    }

    @Test
    void theSameKeyWithAnotherBodyIsRefused() {
        run("key-0002", BODY);
        Problem refused = assertThrows(Problem.class, () -> run("key-0002", "{\"quantity\":\"2\",\"price\":2.50}"));
        assertEquals(422, refused.status());
        assertEquals("idempotency_key_reused", refused.code());
        assertEquals(1, runs.get());
    }

    @Test
    void keysOfOtherPeopleAndOtherCallsAreOtherKeys() {
        run("key-0003", BODY);
        Caller other = new Caller(Ids.next(), Ids.next(), "lee", "user", Set.of(), true);
        idempotency.run(other, request("key-0003", "/orders"), BODY, this::made);
        idempotency.run(caller, request("key-0003", "/elsewhere"), BODY, this::made);
        assertEquals(3, runs.get());
    }

    @Test
    void refusalsAreRepeatedAndTheirWritesUndone() {
        for (int n = 0; n < 2; n++) {
            Problem refused = assertThrows(
                    Problem.class,
                    () -> idempotency.run(caller, request("key-0004", "/orders"), BODY, () -> {
                        write();
                        throw Problem.refused("insufficient_funds", "Not enough.")
                                .with("reasons", List.of("cash"));
                    }));
            assertEquals("insufficient_funds", refused.code());
            assertEquals(List.of("cash"), refused.members().get("reasons"));
            assertEquals(n == 1, refused.headers().containsKey(Idempotency.REPLAYED));
        }
        assertEquals(1, runs.get());
        assertEquals(0, written());
    }

    @Test
    void failuresLeaveNoTraceAndMayBeTriedAgain() {
        assertThrows(
                IllegalStateException.class,
                () -> idempotency.run(caller, request("key-0005", "/orders"), BODY, () -> {
                    write();
                    throw new IllegalStateException("bug");
                }));
        assertEquals(201, run("key-0005", BODY).code());
        assertEquals(2, runs.get());
    }

    @Test
    void aSecondCallWhileTheFirstRunsIsInProgress() throws InterruptedException {
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        Thread first = Thread.ofVirtual()
                .start(() -> idempotency.run(caller, request("key-0006", "/orders"), BODY, () -> {
                    inside.countDown();
                    await(go);
                    return made();
                }));
        inside.await();
        Problem refused = assertThrows(Problem.class, () -> run("key-0006", BODY));
        go.countDown();
        first.join();

        assertEquals("idempotency_in_progress", refused.code());
        assertEquals("1", refused.headers().get("Retry-After"));
        assertEquals("true", run("key-0006", BODY).header(Idempotency.REPLAYED));
        assertEquals(1, runs.get());
    }

    @Test
    void keysThatAreMissingOrUnfitAreRefused() {
        assertEquals("idempotency_key_required", code(null));
        for (String bad : List.of("", "1234567", "with space", "k".repeat(129), "한글한글한글한글", "tab\tinside")) {
            assertEquals("idempotency_key_invalid", code(bad), bad);
        }
        run("k".repeat(128), BODY);
        assertEquals(1, runs.get());
    }

    @Test
    void withoutAKeyAnOptionalOneIsSimplyRun() {
        HttpResponse<?> answer = idempotency.runIfKeyed(caller, HttpRequest.POST("/orders", BODY), BODY, this::made);
        assertEquals(201, answer.code());
        assertEquals(1, runs.get());
    }

    private String code(String key) {
        return assertThrows(Problem.class, () -> run(key, BODY)).code();
    }

    private HttpResponse<?> run(String key, String body) {
        return idempotency.run(caller, request(key, "/orders"), body, this::made);
    }

    private Answer made() {
        return Answer.created(Map.of("run", runs.incrementAndGet()));
    }

    private void write() {
        runs.incrementAndGet();
        sql.update("insert into inbox (queue, event_id) values (?, ?)", caller.userId(), Ids.next());
    }

    private long written() {
        return sql.one(
                        "select count(*) as n from inbox where queue = ?",
                        rs -> rs.getLong("n"),
                        caller.userId().toString())
                .orElseThrow();
    }

    private static HttpRequest<?> request(String key, String path) {
        var request = HttpRequest.POST(path, BODY);
        return key == null ? request : request.header(Idempotency.HEADER, key);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }
}
