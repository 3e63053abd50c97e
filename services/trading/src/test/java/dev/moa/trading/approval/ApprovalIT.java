package dev.moa.trading.approval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.moa.platform.sql.Sql;
import dev.moa.testkit.Await;
import dev.moa.trading.Person;
import dev.moa.trading.TradingSuite;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ApprovalIT {
    private static final String STRATEGY = """
            {"name":"Asks","indicator_id":"ema_crossover","instrument":"BINANCE:ETHUSDT","timeframe":"1m",\
            "approval":"each_order","approval_minutes":10,"approval_max_move_pct":"1"}""";

    private static TradingSuite suite;

    @BeforeAll
    static void start() {
        suite = new TradingSuite();
    }

    @BeforeEach
    void price() {
        suite.price("BINANCE:ETHUSDT", "2000");
    }

    @AfterAll
    static void stop() {
        suite.close();
    }

    /** Somebody whose strategy was told to buy; the order waits. */
    private record Asked(Person person, Object signal, String approval) {
        static Asked of(String name) {
            Person person = suite.person(name);
            var made = person.post("/strategies", null, STRATEGY);
            assertEquals(201, made.status(), () -> made.raw().body());
            Object id = made.at("strategy_id");
            person.post("/strategies/" + id + "/activate", null, null);
            Object secret =
                    person.post("/strategies/" + id + "/webhook", null, null).at("secret");
            Object signal = person.post(
                            "/webhook/tradingview",
                            null,
                            "buy ETHUSDT strategy_id=%s secret=%s time=%s".formatted(id, secret, Instant.now()))
                    .at("signal_id");
            Await.until(
                    "it is asked for",
                    () -> "AWAITING_APPROVAL"
                            .equals(person.get("/signals/" + signal).at("status")));
            return new Asked(person, signal, (String)
                    person.get("/signals/approvals?status=waiting").at("items.0.approval_id"));
        }

        Person.Reply answer(String word) {
            return person.post("/signals/approvals/" + approval + "/" + word, null, null);
        }

        Person.Reply approvalNow() {
            return person.get("/signals/approvals/" + approval);
        }

        int orders() {
            return ((List<?>) person.get("/trading/orders").at("items")).size();
        }

        Object signalState() {
            return person.get("/signals/" + signal).at("status");
        }
    }

    @Test
    void anOrderWaitsUntilItsPersonAgrees() {
        Asked asked = Asked.of("ann");
        assertEquals(0, asked.orders(), "nothing happens before");
        Person.Reply waiting = asked.approvalNow();
        assertEquals("BUY", waiting.at("side"));
        assertEquals("2000", waiting.at("reference_price"));
        assertEquals("Asks", waiting.at("strategy_name"));
        Person.Reply approved = asked.answer("approve");
        assertEquals(200, approved.status(), () -> approved.raw().body());
        assertEquals("APPROVED", approved.at("status"));
        assertEquals(1, asked.orders());
        assertEquals("EXECUTED", asked.signalState());
        assertEquals(
                approved.at("order_id"),
                asked.person().get("/signals/" + asked.signal()).at("order_id"));
        assertEquals(
                "FILLED",
                asked.person().get("/trading/orders/" + approved.at("order_id")).at("status"));
    }

    @Test
    void agreeingTenTimesAtOnceOrdersOnce() throws Exception {
        Asked asked = Asked.of("bob");
        List<Callable<Person.Reply>> presses = IntStream.range(0, 10)
                .<Callable<Person.Reply>>mapToObj(i -> () -> asked.answer("approve"))
                .toList();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Person.Reply> press : threads.invokeAll(presses)) {
                assertEquals("APPROVED", press.get().at("status"), () -> "all get the same answer");
            }
        }
        assertEquals(1, asked.orders());
        assertEquals("approval_decided", asked.answer("refuse").at("code"));
    }

    @Test
    void aRefusedOrderStaysRefused() {
        Asked asked = Asked.of("carl");
        assertEquals("REFUSED", asked.answer("refuse").at("status"));
        assertEquals("REFUSED", asked.answer("refuse").at("status"));
        assertEquals(409, asked.answer("approve").status());
        assertEquals(0, asked.orders());
        assertEquals("REFUSED", asked.signalState());
    }

    @Test
    void aPriceThatRanAwayIsNotBoughtAt() {
        Asked asked = Asked.of("dora");
        suite.price("BINANCE:ETHUSDT", "2021");
        Person.Reply failed = asked.answer("approve");
        assertEquals("FAILED", failed.at("status"), () -> failed.raw().body());
        assertTrue(
                failed.at("reasons.0").toString().contains("moved by 1.05 %"),
                () -> failed.raw().body());
        assertEquals(0, asked.orders());
        assertEquals("REFUSED", asked.signalState());
    }

    @Test
    void theRiskLimitsAreAskedAgain() {
        Asked asked = Asked.of("emil");
        asked.person().order("""
                {"instrument":"BINANCE:ETHUSDT","side":"BUY","type":"MARKET","quote_amount":"95000"}""");
        Person.Reply failed = asked.answer("approve");
        if ("APPROVED".equals(failed.at("status"))) {
            assertEquals(1, asked.orders(), "the large order was refused itself, so the money was still there");
        } else {
            assertEquals("FAILED", failed.at("status"), () -> failed.raw().body());
        }
    }

    @Test
    void whoIsTooLateIsToldSo() {
        Asked asked = Asked.of("fred");
        suite.bean(Sql.class)
                .update("UPDATE approval SET expires_at = created_at WHERE approval_id = ?::uuid", asked.approval());
        suite.bean(Approvals.class).giveUpLate();
        assertEquals("EXPIRED", asked.approvalNow().at("status"));
        assertEquals("EXPIRED", asked.signalState());
        assertEquals("approval_expired", asked.answer("approve").at("code"));
        assertEquals(0, asked.orders());
    }

    @Test
    void aRestartForgetsNoWaitingOrder() {
        Asked asked = Asked.of("gina");
        suite.stop();
        suite.start();
        suite.price("BINANCE:ETHUSDT", "2001");
        assertEquals("APPROVED", asked.answer("approve").at("status"));
        assertEquals(1, asked.orders());
    }

    @Test
    void waitingOrdersArePrivate() {
        Asked asked = Asked.of("hans");
        Person stranger = suite.person("ida");
        for (String word : List.of("approve", "refuse")) {
            assertEquals(
                    404,
                    stranger.post("/signals/approvals/" + asked.approval() + "/" + word, null, null)
                            .status());
        }
        assertEquals(404, stranger.get("/signals/approvals/" + asked.approval()).status());
        assertEquals(0, ((List<?>) stranger.get("/signals/approvals").at("items")).size());
        assertEquals(400, asked.person().get("/signals/approvals?status=odd").status());
    }
}
