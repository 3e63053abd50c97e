package dev.moa.trading.risk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.moa.testkit.Await;
import dev.moa.testkit.FixedClock;
import dev.moa.trading.Person;
import dev.moa.trading.TradingSuite;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Limits and states over HTTP. The day ends at midnight in Seoul, which is 15:00 in UTC. */
class RiskLimitsIT {
    private static final String BTC = "BINANCE:BTCUSDT";
    private static final String BUY =
            "{\"instrument\":\"BINANCE:BTCUSDT\",\"side\":\"BUY\",\"type\":\"MARKET\",\"quantity\":\"0.001\"}";
    private static final FixedClock CLOCK = new FixedClock(Instant.parse("2026-11-20T14:50:00Z"));

    private static TradingSuite suite;

    @BeforeAll
    static void start() {
        suite = new TradingSuite(CLOCK);
    }

    @AfterAll
    static void stop() {
        suite.close();
    }

    @BeforeEach
    void price() {
        suite.price(BTC, "50000");
    }

    private static Map<?, ?> limit(Person person, String level, String name) {
        List<?> levels = (List<?>) person.get("/risk/status").at("levels");
        return levels.stream()
                .map(one -> (Map<?, ?>) one)
                .filter(one -> one.get("level").equals(level))
                .flatMap(one -> ((List<?>) one.get("limits")).stream())
                .map(one -> (Map<?, ?>) one)
                .filter(one -> one.get("limit").equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void tenTradesADayAreAPersonsAndAnExitIsNoTradeAlsoAfterARestart() {
        Person person = suite.person("ann");
        for (int i = 0; i < 9; i++) {
            assertEquals(202, person.order(BUY).status());
        }
        suite.stop();
        suite.start();
        suite.price(BTC, "50000");
        assertEquals(202, person.order(BUY).status());
        var refused = person.order(BUY);
        assertEquals(422, refused.status());
        assertEquals("max_daily_trades", refused.at("code"));
        assertEquals("user", refused.at("reasons.0.level"));
        assertEquals(202, person.order(BUY.replace("BUY", "SELL")).status());
        Await.until(
                "the status tells it",
                () -> limit(person, "user", "max_daily_trades").get("used").equals("10"));
        assertEquals(true, limit(person, "user", "max_daily_trades").get("blocks"));

        Instant before = CLOCK.instant();
        CLOCK.advance(Duration.ofMinutes(15));
        suite.price(BTC, "50000");
        Person tomorrow = suite.again(person);
        assertEquals(202, tomorrow.order(BUY).status(), "a new day in Seoul");
        CLOCK.set(before);
    }

    @Test
    void stricterIsAtOnceAndLooserWaitsForMidnight() {
        Person person = suite.person("bob");
        var changed = person.put("/risk/limits", "{\"max_daily_trades\":100,\"max_open_positions\":5}");
        assertEquals(200, changed.status(), () -> changed.raw().body());
        assertEquals(5, changed.at("max_open_positions"));
        assertEquals(10, changed.at("max_daily_trades"));
        assertEquals(100, changed.at("pending.0.values.max_daily_trades"));
        assertEquals("2026-11-20T15:00:00Z", changed.at("pending.0.effective_at"));
        suite.stop();
        suite.start();
        assertEquals(10, person.get("/risk/limits").at("max_daily_trades"));

        Instant before = CLOCK.instant();
        CLOCK.advance(Duration.ofMinutes(9));
        assertEquals(10, person.get("/risk/limits").at("max_daily_trades"));
        CLOCK.advance(Duration.ofMinutes(1));
        Person tomorrow = suite.again(person);
        Await.until(
                "the day has begun",
                Duration.ofSeconds(20),
                () -> tomorrow.get("/risk/limits").at("max_daily_trades").equals(100));
        assertEquals(List.of(), tomorrow.get("/risk/limits").at("pending"));
        CLOCK.set(before);
    }

    @Test
    void theLatestWishReplacesAnEarlierOneAndAWishCanBeWithdrawn() {
        Person person = suite.person("carl");
        person.put("/risk/limits", "{\"max_daily_trades\":100,\"daily_loss_pct\":\"50\"}");
        var stricter = person.put("/risk/limits", "{\"max_daily_trades\":3}");
        assertEquals(3, stricter.at("max_daily_trades"));
        assertEquals("50", stricter.at("pending.0.values.daily_loss_pct"));
        assertFalse(((Map<?, ?>) stricter.at("pending.0.values")).containsKey("max_daily_trades"));
        assertEquals(
                204,
                person.delete("/risk/limits/changes/" + stricter.at("pending.0.change_id"))
                        .status());
        assertEquals(List.of(), person.get("/risk/limits").at("pending"));
    }

    @Test
    void aSecondAdultAgreesButNeverToTheirOwn() {
        Person adult = suite.person("dora", "manage_household");
        Person other = suite.person("emil", "approve_orders");
        Person child = suite.person("fred");
        Object id = adult.put("/risk/limits", "{\"max_daily_trades\":100}").at("pending.0.change_id");
        String approve = "/risk/limits/changes/" + id + "/approve";
        assertEquals("second_adult_required", adult.post(approve, null, null).at("code"));
        assertEquals(404, child.post(approve, null, null).status());
        assertEquals(401, suite.nobody().post(approve, null, null).status());
        assertTrue(other.get("/risk/limits/changes").raw().body().contains(id.toString()));
        assertEquals(204, other.post(approve, null, null).status());
        assertEquals(100, adult.get("/risk/limits").at("max_daily_trades"));
        assertEquals(404, other.post(approve, null, null).status(), "it is decided");
    }

    @Test
    void whoManagesTheHouseholdSetsTheLimitsOfOthersAtOnceAndItsOwnLikeEverybody() {
        Person adult = suite.person("gina", "manage_household");
        Person child = suite.person("hugo");
        String path = "/risk/limits?level=user&id=" + child.id();
        assertEquals(100, adult.put(path, "{\"max_daily_trades\":100}").at("max_daily_trades"));
        assertEquals(100, child.get("/risk/limits").at("max_daily_trades"));
        Person stranger = suite.person("ines");
        assertEquals(404, stranger.put(path, "{\"max_daily_trades\":1}").status());
        assertEquals(404, stranger.get(path).status());
        assertEquals(401, suite.nobody().get("/risk/limits").status());
        assertEquals(
                403,
                child.put("/risk/limits?level=household", "{\"max_daily_trades\":1}")
                        .status());
        assertEquals(403, child.get("/risk/household").status());
        assertEquals(200, adult.get("/risk/household").status());
    }

    @Test
    void theStrictestOfAllLevelsCountsAndEveryReasonIsNamed() {
        Person adult = suite.person("jo", "manage_household");
        Person person = suite.person("kim");
        Object account = person.order(BUY).at("order_id");
        Object id = person.get("/trading/orders/" + account).at("account_id");
        person.put("/risk/limits?level=account&id=" + id, "{\"max_order_value\":{\"USDT\":\"40\"}}");
        person.put("/risk/limits", "{\"max_order_value\":{\"USDT\":\"30\"}}");
        adult.put("/risk/limits?level=household", "{\"max_order_value\":{\"USDT\":\"20\"}}");
        var refused = person.order(BUY);
        adult.put("/risk/limits?level=household", "{\"max_order_value\":null}");
        List<String> levels = ((List<?>) refused.at("reasons"))
                .stream()
                        .map(reason -> (String) ((Map<?, ?>) reason).get("level"))
                        .toList();
        assertEquals(List.of("household", "user", "account"), levels);
        Object change = adult.get("/risk/limits?level=household").at("pending.0.change_id");
        assertEquals(
                204,
                suite.person("lee", "approve_orders")
                        .post("/risk/limits/changes/" + change + "/approve", null, null)
                        .status());
    }

    @Test
    void aWithdrawalIsNoDrawdownAlsoAfterARestart() {
        Person person = suite.person("olga");
        assertEquals(202, person.order(BUY).status());
        Object account = person.get("/accounts").at("items.0.account_id");
        assertEquals(
                200, person.put("/risk/limits", "{\"max_drawdown_pct\":\"10\"}").status());
        var taken = person.post("/portfolio/cash-flows", UUID.randomUUID().toString(), """
                {"account_id":"%s","type":"WITHDRAWAL","currency":"USDT","amount":"50000"}""".formatted(account));
        assertEquals(201, taken.status(), () -> taken.raw().body());
        assertEquals(202, person.order(BUY).status());
        suite.stop();
        suite.start();
        suite.price(BTC, "50000");
        assertEquals(202, person.order(BUY).status());
    }

    @Test
    void whatMakesARestingOrderSmallerIsNoTradeAndWhatEnlargesItIsHeldBack() {
        Person person = suite.person("paul");
        var resting =
                person.order(BUY.replace("MARKET", "LIMIT\",\"price\":\"40000").replace("0.001", "0.002"));
        assertEquals(202, resting.status(), () -> resting.raw().body());
        String order = "/trading/orders/" + resting.at("order_id");
        person.put("/risk/limits", "{\"max_daily_trades\":1}");
        assertEquals("max_daily_trades", person.order(BUY).at("code"));
        var smaller = person.put(order, "{\"quantity\":\"0.001\"}");
        assertEquals(202, smaller.status(), () -> smaller.raw().body());
        assertEquals("0.001", smaller.at("quantity"));
        var cheaper = person.put(order, "{\"price\":\"39000\"}");
        assertEquals(202, cheaper.status(), () -> cheaper.raw().body());
        var larger = person.put(order, "{\"quantity\":\"0.003\"}");
        assertEquals(422, larger.status());
        assertEquals("max_daily_trades", larger.at("code"));
        assertEquals(422, person.put(order, "{\"price\":\"41000\"}").status());
    }

    @Test
    void aStateHoldsBackEntriesOnlyAndIsGivenUpTheNextDay() {
        Person person = suite.person("mina");
        assertEquals(202, person.order(BUY).status());
        var reduced = person.put("/risk/state", "{\"state\":\"REDUCE_ONLY\",\"cause\":\"A rest.\"}");
        assertEquals("REDUCE_ONLY", reduced.at("state"), () -> reduced.raw().body());
        var refused = person.order(BUY);
        assertEquals(422, refused.status());
        assertEquals("reduce_only_state", refused.at("code"));
        person.put("/risk/state", "{\"state\":\"HALTED\",\"cause\":\"A longer rest.\"}");
        assertEquals(423, person.order(BUY).status());
        assertEquals("trading_halted", person.order(BUY).at("code"));
        var free = person.put("/risk/state", "{\"state\":\"ACTIVE\",\"cause\":\"Again.\"}");
        assertEquals("HALTED", free.at("state"));
        assertEquals("ACTIVE", free.at("pending.0.values.state"));
        suite.stop();
        suite.start();
        suite.price(BTC, "50000");
        assertEquals(423, person.order(BUY).status());
        assertEquals(202, person.order(BUY.replace("BUY", "SELL")).status());
    }

    @Test
    void whatCannotBeIsExplained() {
        Person person = suite.person("nora");
        for (String bad : List.of(
                "{\"max_leverage\":126}",
                "{\"max_daily_trades\":\"many\"}",
                "{\"max_daily_trades\":1.5}",
                "{\"daily_loss_pct\":101}",
                "{\"max_order_value\":{\"USDT\":-1}}",
                "{\"magic\":1}")) {
            var refused = person.put("/risk/limits", bad);
            assertEquals(400, refused.status(), bad);
            assertTrue(refused.body().containsKey("code"), bad);
        }
        assertEquals(400, person.get("/risk/limits?level=galaxy").status());
        assertEquals(
                400,
                person.put("/risk/state", "{\"state\":\"SLEEPY\",\"cause\":\"x\"}")
                        .status());
    }
}
