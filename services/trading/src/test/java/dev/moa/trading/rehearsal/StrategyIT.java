package dev.moa.trading.rehearsal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.moa.trading.Person;
import dev.moa.trading.TradingSuite;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class StrategyIT {
    private static TradingSuite suite;

    @BeforeAll
    static void start() {
        suite = new TradingSuite();
        suite.price("BINANCE:BTCUSDT", "50000");
        suite.price("BINANCE_FUTURES:BTCUSDT", "50000");
    }

    @AfterAll
    static void stop() {
        suite.close();
    }

    private static String strategy(String template, String more) {
        return """
                {"name":"x","indicator_id":"%s","instrument":"BINANCE:BTCUSDT","timeframe":"1h"%s}""".formatted(template, more);
    }

    @Test
    void everythingThatWasSetIsShownAndKept() {
        Person ann = suite.person("ann");
        var made = ann.post("/strategies", null, strategy("bollinger_breakout", """
                ,"parameters":{"width":"2.5"},"trailing_pct":"1.5","approval":"each_order","approval_minutes":30,\
                "approval_max_move_pct":"0.5","sizing":{"method":"volatility","risk_pct":"1","atr_length":20,\
                "atr_multiple":"2.5"}"""));
        assertEquals(201, made.status(), () -> made.raw().body());
        var kept = ann.get("/strategies/" + made.at("strategy_id"));
        assertEquals(made.at("parameters"), kept.at("parameters"));
        assertEquals("2.5", kept.at("parameters.width"));
        assertEquals("20", kept.at("parameters.length"));
        assertEquals("1.5", kept.at("trailing_pct"));
        assertEquals("each_order", kept.at("approval"));
        assertEquals(30, kept.at("approval_minutes"));
        assertEquals("volatility", kept.at("sizing.method"));
        assertEquals("2.5", kept.at("sizing.atr_multiple"));
        var changed = ann.put("/strategies/" + made.at("strategy_id"), strategy("dca", ""));
        assertEquals(200, changed.status(), () -> changed.raw().body());
        assertEquals("none", changed.at("approval"));
        assertFalse(changed.body().containsKey("sizing"));
    }

    @Test
    void whatMakesNoSenseIsRefusedByName() {
        Person bob = suite.person("bob");
        assertEquals("lower", refused(bob, strategy("grid", "")));
        assertEquals("sizing.risk_pct", refused(bob, strategy("supertrend", ",\"sizing\":{\"method\":\"risk\"}")));
        assertEquals(
                "sizing.pct",
                refused(bob, strategy("supertrend", ",\"sizing\":{\"method\":\"percent\",\"pct\":\"101\"}")));
        assertEquals("approval", refused(bob, strategy("supertrend", ",\"approval\":\"sometimes\"")));
        assertEquals("approval_minutes", refused(bob, strategy("supertrend", ",\"approval_minutes\":0")));
        assertEquals("trailing_pct", refused(bob, strategy("supertrend", ",\"trailing_pct\":\"0.01\"")));
        assertEquals(
                "levels",
                refused(
                        bob,
                        strategy(
                                "grid",
                                ",\"parameters\":{\"lower\":\"1\",\"upper\":\"1.1\",\"levels\":100,\"amount\":\"100\"}")));
    }

    private static Object refused(Person person, String body) {
        var answer = person.post("/strategies", null, body);
        assertEquals(400, answer.status(), () -> answer.raw().body());
        return answer.at("errors.0.field");
    }

    /** By hand: 10 % of 100,000 with the fee inside buys 0.1998; 2 % of it and both fees of 0.1 % are lost at the stop. */
    @Test
    void theRiskOfASpotEntryIsCounted() {
        var risk = suite.person("carl").post("/strategies/simulate-risk", null, """
                {"instrument":"BINANCE:BTCUSDT","entry_price":"50000","leverage":1}""");
        assertEquals(200, risk.status(), () -> risk.raw().body());
        assertEquals("0.1998", risk.at("position_size"));
        assertEquals("219.5802", risk.at("max_loss"), () -> risk.raw().body());
        assertEquals("2.18", risk.at("risk_reward_ratio"));
        assertEquals("49000", risk.at("stop_price"));
        assertEquals("52500", risk.at("target_price"));
        assertFalse(risk.body().containsKey("liquidation_price"));
        assertEquals(List.of(), risk.at("warnings"));
    }

    @Test
    void leverageAndAMissingStopAreWarnedOf() {
        var risk = suite.person("dora").post("/strategies/simulate-risk", null, """
                {"instrument":"BINANCE_FUTURES:BTCUSDT","leverage":20,"stop":false,"side":"SHORT"}""");
        assertEquals(200, risk.status(), () -> risk.raw().body());
        assertTrue(
                risk.at("warnings").toString().contains("Leverage above 3"),
                () -> risk.raw().body());
        assertTrue(
                risk.at("warnings").toString().contains("Without a stop"),
                () -> risk.raw().body());
        double liquidation = Double.parseDouble((String) risk.at("liquidation_price"));
        assertTrue(
                liquidation > 52_000 && liquidation < 52_500,
                "a short of 20 times ends 4 to 5 % higher: " + liquidation);
        assertEquals(risk.at("margin"), risk.at("max_loss"), "no more than what is put in");
        assertEquals(
                "no_short",
                suite.person("emil")
                        .post(
                                "/strategies/simulate-risk",
                                null,
                                "{\"instrument\":\"BINANCE:BTCUSDT\",\"side\":\"SHORT\"}")
                        .at("code"));
    }

    @Test
    void nobodyGetsNothing() throws IOException, InterruptedException {
        URI server = suite.bean(EmbeddedServer.class).getURI();
        String id = "00000000-0000-7000-8000-000000000000";
        for (String call : List.of(
                "POST /strategies/simulate-risk",
                "GET /signals",
                "GET /signals/" + id,
                "GET /signals/approvals",
                "GET /signals/approvals/" + id,
                "POST /signals/approvals/" + id + "/approve",
                "POST /signals/approvals/" + id + "/refuse",
                "POST /strategies/" + id + "/webhook",
                "PUT /strategies/" + id + "/webhook",
                "GET /strategies/" + id + "/webhook")) {
            String[] parts = call.split(" ");
            var request = HttpRequest.newBuilder(server.resolve("/api/v1" + parts[1]))
                    .method(parts[0], HttpRequest.BodyPublishers.ofString("{}"))
                    .header("Content-Type", "application/json")
                    .build();
            var answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
            assertEquals(401, answer.statusCode(), call);
        }
    }
}
