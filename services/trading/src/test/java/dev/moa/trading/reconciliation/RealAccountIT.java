package dev.moa.trading.reconciliation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.moa.testkit.Await;
import dev.moa.testkit.Servers;
import dev.moa.testkit.exchange.Mood;
import dev.moa.testkit.exchange.Route;
import dev.moa.testkit.exchange.StubExchange;
import dev.moa.trading.Person;
import dev.moa.trading.Person.Reply;
import dev.moa.trading.TradingSuite;
import dev.moa.trading.account.AccountLanes;
import io.micronaut.context.ApplicationContext;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Accounts at a broker through the whole service: lane, PostgreSQL, sockets of the test exchange. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RealAccountIT {
    private static final String BTC = "BINANCE:BTCUSDT";

    @TempDir
    private static Path keys;

    private StubExchange exchange;
    private TradingSuite suite;
    private Person person;

    @BeforeAll
    void start() {
        exchange = new StubExchange(StubExchange.Ids.FOR_EVER, Clock.systemUTC());
        suite = new TradingSuite(settings -> settings.putAll(Map.ofEntries(
                Map.entry("MOA_BROKER_STUB_REST_URL", exchange.http().toString()),
                Map.entry("MOA_KEYS_DIR", keys.toString()),
                Map.entry("MOA_RECONCILIATION_PACE", "50ms"),
                Map.entry("MOA_RECONCILIATION_WATCHING", "200ms"),
                Map.entry("MOA_RECONCILIATION_QUIET", "100ms"),
                Map.entry("MOA_RECONCILIATION_ABSENCE", "1500ms"),
                Map.entry("MOA_RECONCILIATION_CONFIRM", "100ms"))));
        suite.auth().secondFactor("123456");
        suite.price(BTC, "100");
    }

    @AfterAll
    void stop() {
        suite.close();
        exchange.close();
    }

    @BeforeEach
    void somebody() {
        person = suite.person("kim", "real_trade");
    }

    /** An account at the exchange, tested, with limits set and mode REAL. */
    private String realAccount(String key, String environment) {
        exchange.account(key).cash("USDT", "100000");
        Reply added = person.post("/accounts/register", null, """
                {"broker":"STUB_A","environment":"%s","label":"Exchange","credentials":{"api_key":"%s"}}""".formatted(environment, key));
        assertEquals(201, added.status(), added.raw().body());
        String id = (String) added.at("account_id");
        Await.until(
                "it is compared", () -> person.get("/accounts/" + id).at("gate").equals("OPEN"));
        assertEquals(true, person.post("/accounts/" + id + "/test", null, "").at("ok"));
        assertEquals(200, person.put("/risk/limits", """
                {"max_open_positions":20}""").status());
        if (environment.equals("REAL")) {
            Reply mode = person.put("/users/me/trading-mode", "{\"mode\":\"REAL\",\"code\":\"123456\"}");
            assertEquals(200, mode.status(), mode.raw().body());
        }
        return id;
    }

    private Reply buy(String account, String quantity, String price) {
        return person.order("""
                {"account_id":"%s","instrument":"%s","side":"BUY","type":"LIMIT","quantity":"%s","price":"%s"}""".formatted(account, BTC, quantity, price));
    }

    private void await(Object order, String status) {
        try {
            Await.until(
                    status,
                    () -> person.get("/trading/orders/" + order).at("status").equals(status));
        } catch (AssertionError never) {
            throw new AssertionError(
                    person.get("/trading/orders/" + order).raw().body(), never);
        }
    }

    private static String key() {
        return "key-" + UUID.randomUUID();
    }

    @Test
    void anOrderGoesToTheBrokerUnderAHashedNameAndComesBackFilled() throws SQLException {
        String key = key();
        String account = realAccount(key, "REAL");
        Reply placed = buy(account, "1", "90");
        assertEquals(202, placed.status(), placed.raw().body());
        assertEquals("REAL", placed.at("mode"));
        await(placed.at("order_id"), "ACCEPTED");
        var there = exchange.account(key).orders().getFirst();
        assertTrue(there.clientId().matches("moa[0-9a-z]{26}"), there.clientId());
        exchange.account(key).fill(there, "1", "90");
        await(placed.at("order_id"), "FILLED");
        Reply balance = person.get("/accounts/" + account + "/balance");
        assertEquals("broker", balance.at("source"));
        assertEquals("1", balance.at("holdings.0.quantity"));
        try (var database = Servers.postgres().superuser(suite.database());
                var statement = database.prepareStatement(
                        "select state, client_order_id from trading.order_attempt where order_id = ?::uuid")) {
            statement.setString(1, (String) placed.at("order_id"));
            var rows = statement.executeQuery();
            assertTrue(rows.next());
            assertEquals("TAKEN", rows.getString(1));
            assertEquals(there.clientId(), rows.getString(2));
        }
    }

    @Test
    void R08_answerLostAndOrderOpenIsAdoptedAndNeverSentAgain() {
        String key = key();
        String account = realAccount(key, "REAL");
        exchange.script(Route.PLACE, Mood.ERROR_AFTER);
        Reply placed = buy(account, "1", "91");
        await(placed.at("order_id"), "ACCEPTED");
        assertEquals(1, exchange.account(key).orders().size());
        List<?> transitions =
                (List<?>) person.get("/trading/orders/" + placed.at("order_id")).at("transitions");
        assertTrue(transitions.toString().contains("ACCEPTED"));
    }

    @Test
    void R10_anOrderThatNeverArrivedIsRejectedWhenItsAbsenceIsProven() {
        String key = key();
        String account = realAccount(key, "REAL");
        exchange.script(Route.PLACE, Mood.RESET_BEFORE);
        Reply placed = buy(account, "1", "92");
        await(placed.at("order_id"), "REJECTED");
        assertTrue(exchange.account(key).orders().isEmpty());
    }

    @Test
    void R38_aCrashAfterTheBrokerTookItEndsInOneOrder() {
        String key = key();
        String account = realAccount(key, "REAL");
        exchange.script(Route.PLACE, Mood.late(java.time.Duration.ofSeconds(5)));
        Reply placed = buy(account, "1", "93");
        Await.until("it is there", () -> exchange.account(key).orders().size() == 1);
        suite.stop();
        exchange.account(key).fill(exchange.account(key).orders().getFirst(), "0.4", "93");
        suite.start();
        suite.price(BTC, "100");
        await(placed.at("order_id"), "PARTIALLY_FILLED");
        assertEquals(1, exchange.account(key).orders().size());
        assertEquals(
                1,
                ((List<?>) person.get("/trading/orders/" + placed.at("order_id"))
                                .at("fills"))
                        .size());
    }

    @Test
    void R27_anUnexplainedPositionIsQuarantinedReducesOnlyAndEverythingElseGoesOn() {
        String key = key();
        String account = realAccount(key, "REAL");
        Reply placed = buy(account, "1", "94");
        await(placed.at("order_id"), "ACCEPTED");
        exchange.account(key).fill(exchange.account(key).orders().getFirst(), "1", "94");
        await(placed.at("order_id"), "FILLED");
        exchange.account(key).hold(BTC, "0.7", "94");
        exchange.dropStreams();
        Await.until(
                "it is noticed",
                () -> !((List<?>) person.get("/accounts/" + account + "/quarantine")
                                .at("items"))
                        .isEmpty());
        Reply quarantine = person.get("/accounts/" + account + "/quarantine");
        assertEquals("POSITION", quarantine.at("items.0.kind"));
        assertEquals("0.7", quarantine.at("items.0.theirs"));

        Reply refused = buy(account, "1", "50");
        assertEquals(422, refused.status());
        assertEquals("quarantined", refused.at("code"));
        Reply reducing = person.order("""
                {"account_id":"%s","instrument":"%s","side":"SELL","type":"LIMIT","quantity":"0.5","price":"200"}""".formatted(account, BTC));
        assertEquals(202, reducing.status(), reducing.raw().body());
        assertEquals(
                404,
                suite.person("lee").get("/accounts/" + account + "/quarantine").status());

        Reply settled = person.post(
                "/accounts/" + account + "/settle", null, """
                {"quarantine_id":"%s","as":"accept_venue","note":"sold on the page"}""".formatted(quarantine.at("items.0.quarantine_id")));
        assertEquals(200, settled.status(), settled.raw().body());
        assertEquals("accept_venue", settled.at("items.0.settled_as"));
        Await.until(
                "it is the broker's position",
                () -> person.get("/positions").raw().body().contains("\"0.7\""));
    }

    @Test
    void R33_aBrokerThatIsAwayClosesItsOwnAccountOnly() {
        String key = key();
        String account = realAccount(key, "REAL");
        exchange.away(true);
        try {
            suite.stop();
            suite.start();
            suite.price(BTC, "100");
            Reply refused = buy(account, "1", "95");
            assertEquals(422, refused.status());
            assertEquals("not_reconciled", refused.at("code"));
            Reply paper = person.order("""
                    {"account_id":"%s","instrument":"%s","side":"BUY","type":"MARKET","quantity":"0.1"}""".formatted(paper(), BTC));
            assertEquals(202, paper.status(), paper.raw().body());
        } finally {
            exchange.away(false);
        }
        Await.until(
                "it is compared",
                () -> person.get("/accounts/" + account).at("gate").equals("OPEN"));
    }

    private Object paper() {
        List<?> accounts = (List<?>) person.get("/accounts").at("items");
        return accounts.stream()
                .map(Map.class::cast)
                .filter(account -> Boolean.TRUE.equals(account.get("is_default")))
                .findFirst()
                .orElseThrow()
                .get("account_id");
    }

    @Test
    void goingToPaperStopsRealEntriesAtOnceAndLetsReducingOrdersThrough() {
        String key = key();
        String account = realAccount(key, "REAL");
        Reply placed = buy(account, "1", "96");
        await(placed.at("order_id"), "ACCEPTED");
        exchange.account(key).fill(exchange.account(key).orders().getFirst(), "1", "96");
        await(placed.at("order_id"), "FILLED");
        assertEquals(
                200,
                person.put("/users/me/trading-mode", "{\"mode\":\"PAPER\"}").status());
        assertEquals("mode_is_paper", buy(account, "1", "50").at("code"));
        Reply exit = person.order("""
                {"account_id":"%s","instrument":"%s","side":"SELL","type":"LIMIT","quantity":"1","price":"200"}""".formatted(account, BTC));
        assertEquals(202, exit.status(), exit.raw().body());
    }

    @Test
    void realTradingNeedsPermissionCodeLimitsAndATestedAccount() {
        Person stranger = suite.person("park");
        assertEquals(
                403,
                stranger.put("/users/me/trading-mode", "{\"mode\":\"REAL\",\"code\":\"123456\"}")
                        .status());
        assertEquals(
                "mfa_required",
                person.put("/users/me/trading-mode", "{\"mode\":\"REAL\"}").at("code"));
        assertEquals(
                "wrong_code",
                person.put("/users/me/trading-mode", "{\"mode\":\"REAL\",\"code\":\"000000\"}")
                        .at("code"));
        assertEquals(
                422,
                person.put("/users/me/trading-mode", "{\"mode\":\"REAL\",\"code\":\"123456\"}")
                        .status());
        assertEquals("PAPER", person.get("/users/me/trading-mode").at("mode"));
    }

    @Test
    void credentialsNeverComeBackAndLieSealed() throws SQLException {
        String key = "SECRET-MARKER-" + UUID.randomUUID();
        String account = realAccount(key, "TESTNET");
        Reply view = person.get("/accounts/" + account);
        assertEquals(key.substring(key.length() - 4), view.at("key_hint"));
        assertFalse(view.raw().body().contains("SECRET-MARKER"));
        assertEquals(404, suite.person("lee").get("/accounts/" + account).status());
        try (var database = Servers.postgres().superuser(suite.database());
                var statement = database.prepareStatement(
                        "select credentials from trading.account where account_id = ?::uuid")) {
            statement.setString(1, account);
            var rows = statement.executeQuery();
            assertTrue(rows.next());
            byte[] sealed = rows.getBytes(1);
            assertFalse(new String(sealed, StandardCharsets.ISO_8859_1).contains("SECRET-MARKER"));
        }
    }

    @Test
    void brokersWithoutAnAdapterSaySoAndPaperAccountsMayBeMany() {
        Reply kis = person.post("/accounts/register", null, """
                {"broker":"KIS","credentials":{"app_key":"abcdefgh"}}""");
        assertEquals(422, kis.status());
        assertEquals("broker_not_ready", kis.at("code"));
        assertEquals(
                400,
                person.post("/accounts/register", null, "{\"broker\":\"MTGOX\"}")
                        .status());
        Reply second = person.post("/accounts/register", null, "{\"broker\":\"PAPER\",\"label\":\"Trial\"}");
        assertEquals(201, second.status(), second.raw().body());
        Reply order = buy((String) second.at("account_id"), "0.1", "90");
        assertEquals(202, order.status(), order.raw().body());
        assertEquals("PAPER", order.at("mode"));
        assertNull(second.at("key_hint"));
        assertEquals(204, person.delete("/accounts/" + deletable()).status());
    }

    private Object deletable() {
        return person.post("/accounts/register", null, "{\"broker\":\"PAPER\"}").at("account_id");
    }

    @Test
    void aSecondProcessReadsAndNeverSends() {
        String key = key();
        String account = realAccount(key, "REAL");
        long asked = exchange.asked(Route.ACCOUNT);
        assertTrue(asked > 0);
        try (ApplicationContext second = suite.second()) {
            var lane =
                    second.getBean(AccountLanes.class).of(new dev.moa.domain.value.AccountId(UUID.fromString(account)));
            var refused = org.junit.jupiter.api.Assertions.assertThrows(
                    dev.moa.platform.problem.Problem.class, () -> lane.call(turn -> null));
            assertEquals("account_elsewhere", refused.code());
            Reply placed = buy(account, "1", "97");
            await(placed.at("order_id"), "ACCEPTED");
        }
        assertEquals(1, exchange.account(key).orders().size());
    }

    @Test
    void afterARestoreNothingIsSentUntilSomebodyResumes() throws SQLException {
        String key = key();
        String account = realAccount(key, "REAL");
        suite.stop();
        UUID before = epoch();
        try (var database = Servers.postgres().superuser(suite.database());
                var statement = database.createStatement()) {
            statement.execute(
                    "update trading.installation set epoch = gen_random_uuid(), number = number + 1, since = now()");
            statement.execute("update trading.account set state = 'RECONCILE_ONLY' where broker <> 'PAPER'");
        }
        suite.start();
        suite.price(BTC, "100");
        assertFalse(Objects.equals(before, epoch()));
        Await.until(
                "it is compared",
                () -> person.get("/accounts/" + account).at("gate").equals("RECONCILE_ONLY"));
        assertEquals("reconcile_only", buy(account, "1", "98").at("code"));
        assertEquals(
                404,
                suite.person("lee")
                        .post("/accounts/" + account + "/resume", null, "")
                        .status());
        assertEquals(
                200, person.post("/accounts/" + account + "/resume", null, "").status());
        Reply placed = buy(account, "1", "98");
        await(placed.at("order_id"), "ACCEPTED");
        assertEquals(
                new BigDecimal("1"), exchange.account(key).orders().getFirst().quantity());
    }

    private UUID epoch() throws SQLException {
        try (var database = Servers.postgres().superuser(suite.database());
                var rows = database.createStatement().executeQuery("select epoch from trading.installation")) {
            rows.next();
            return rows.getObject(1, UUID.class);
        }
    }
}
