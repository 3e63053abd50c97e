package dev.moa.trading.performance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.moa.testkit.Await;
import dev.moa.trading.Person;
import dev.moa.trading.TradingSuite;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PerformanceControllerIT {
    private static final List<String> REPORTS = List.of(
            "/performance/summary",
            "/portfolio/performance",
            "/portfolio/analytics",
            "/performance/daily",
            "/performance/weekly",
            "/performance/monthly",
            "/trading/history",
            "/positions/history",
            "/portfolio/cash-flows");

    private static TradingSuite suite;

    @BeforeAll
    static void start() {
        suite = new TradingSuite();
        suite.price("BINANCE:BTCUSDT", "50000");
    }

    @AfterAll
    static void stop() {
        suite.close();
    }

    private static void trade(Person person, String side) {
        var placed = person.order("""
                {"instrument":"BINANCE:BTCUSDT","side":"%s","type":"MARKET","quantity":"0.1"}""".formatted(side));
        assertEquals(202, placed.status(), () -> placed.raw().body());
        Await.until(
                "order is filled",
                () -> person.get("/trading/orders/" + placed.at("order_id"))
                        .at("status")
                        .equals("FILLED"));
    }

    private static Person.Reply flow(Person person, String key, String type, String amount) {
        return person.post("/portfolio/cash-flows", key, """
                {"type":"%s","currency":"USDT","amount":"%s"}""".formatted(type, amount));
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }

    @Test
    void nothingTradedIsZeroesAndNullsAndNoError() {
        Person person = suite.person("ann");
        for (String report : REPORTS) {
            var found = person.get(report);
            assertEquals(200, found.status(), () -> report + " " + found.raw().body());
        }
        var summary = person.get("/performance/summary");
        assertEquals("KRW", summary.at("currency"));
        assertEquals(0, summary.at("trades"));
        assertEquals("0", summary.at("profit"));
        assertNull(summary.at("sharpe"));
        assertNull(summary.at("win_rate"));
        assertEquals("one_day", summary.at("money_weighted_reason"));
    }

    /** Bought at 50010 and sold at 49990, 0.1 each, with a fee of 0.1 percent: −2 −5.001 −4.999. */
    @Test
    void aRoundTripIsInEveryReport() {
        Person person = suite.person("bob");
        trade(person, "BUY");
        trade(person, "SELL");

        var summary = person.get("/performance/summary");
        assertEquals("USDT", summary.at("currency"));
        assertEquals("-12", summary.at("profit"));
        assertEquals("-12", summary.at("realized_pnl"));
        assertEquals("10", summary.at("fees"));
        assertEquals(1, summary.at("trades"));
        assertEquals("0", summary.at("win_rate"));
        assertEquals("-12", summary.at("expectancy"));
        assertEquals("100000", summary.at("deposits"));
        assertEquals("99988", summary.at("equity_end"));
        assertEquals("-0.012", summary.at("time_weighted_return_pct"));

        for (String rows : List.of("daily", "weekly", "monthly")) {
            var row = person.get("/performance/" + rows);
            assertEquals("-12", row.at("items.0.profit"), rows);
            assertEquals(true, row.at("items.0.provisional"));
        }

        var analytics = person.get("/portfolio/analytics");
        assertEquals("BINANCE:BTCUSDT", analytics.at("by_instrument.0.key"));
        assertEquals("-12", analytics.at("worst_trades.0.profit"));
        assertEquals(List.of(), analytics.at("best_trades"));
        assertEquals("USDT", analytics.at("exposure.by_currency.0.key"));

        var closed = person.get("/positions/history");
        assertEquals("-12", closed.at("items.0.realized_pnl"));
        assertEquals("0.1", closed.at("items.0.traded_quantity"));
        assertEquals("-0.24", closed.at("items.0.roi"));
        assertEquals(2, ((List<?>) person.get("/trading/history").at("items")).size());
        assertEquals(
                1,
                ((List<?>) person.get("/trading/history?instrument=BINANCE:BTCUSDT&limit=1")
                                .at("items"))
                        .size());
        assertEquals(0, ((List<?>) person.get("/trading/history?to=2020-01-01").at("items")).size());
    }

    @Test
    void aPartOfAnAccountHasTradesAndNoEquity() {
        Person person = suite.person("cleo");
        trade(person, "BUY");
        trade(person, "SELL");
        var part = person.get("/performance/summary?instrument=BINANCE:BTCUSDT");
        assertEquals("filtered", part.at("reason"));
        assertEquals(1, part.at("trades"));
        assertEquals("-12", part.at("realized_pnl"));
        assertNull(part.at("equity_end"));
        assertEquals(
                0,
                person.get("/performance/summary?strategy_id=" + UUID.randomUUID())
                        .at("trades"));
    }

    @Test
    void moneyPaidInAndOutIsNeverProfitAndNeverBelowWhatIsFree() {
        Person person = suite.person("dora");
        trade(person, "BUY");
        Object before = person.get("/performance/summary").at("profit");
        String key = key();
        var paid = flow(person, key, "DEPOSIT", "5000");
        assertEquals(201, paid.status(), () -> paid.raw().body());
        assertEquals(paid.at("flow_id"), flow(person, key, "DEPOSIT", "5000").at("flow_id"), "once per key");
        assertEquals(201, flow(person, key(), "WITHDRAWAL", "1000").status());

        var after = person.get("/performance/summary");
        assertEquals(before, after.at("profit"));
        assertEquals("105000", after.at("deposits"));
        assertEquals("1000", after.at("withdrawals"));
        assertEquals("-6.001", person.get("/portfolio/summary").at("today_pnl"));
        suite.stop();
        suite.start();
        suite.price("BINANCE:BTCUSDT", "50000");
        assertEquals("-6.001", person.get("/portfolio/summary").at("today_pnl"), "also after a restart");

        var tooMuch = flow(person, key(), "WITHDRAWAL", "100000");
        assertEquals(422, tooMuch.status());
        assertEquals("insufficient_funds", tooMuch.at("code"));
        assertEquals(400, flow(person, null, "DEPOSIT", "1").status());
        assertEquals(400, flow(person, key(), "DEPOSIT", "-1").status());
        assertEquals(400, flow(person, key(), "GIFT", "1").status());
        assertEquals(2, ((List<?>) person.get("/portfolio/cash-flows").at("items")).size());
    }

    @Test
    void anotherCurrencyNeedsAStoredRateAndSaysWhenThereIsNone() {
        Person person = suite.person("emil");
        trade(person, "BUY");
        var missing = person.get("/performance/summary?currency=KRW");
        assertEquals("rates_missing", missing.at("reason"));
        assertEquals("USDT", missing.at("missing_rates.0.base"));
        assertNull(missing.at("equity_end"));
        var summary = person.get("/portfolio/summary?currency=KRW");
        assertEquals(List.of("USDT"), summary.at("converted.missing_rates"));
        assertFalse(((Map<?, ?>) summary.at("converted")).containsKey("equity"));

        var set = person.put("/portfolio/rates", """
                {"base":"USDT","quote":"KRW","rate":"1400"}""");
        assertEquals(200, set.status(), () -> set.raw().body());
        assertEquals("manual", person.get("/portfolio/rates").at("items.0.source"));
        assertEquals(
                "239991598.6",
                person.get("/portfolio/summary?currency=KRW").at("converted.equity"),
                "100,000,000 won and 99,993.999 USDT");
        assertEquals(
                "-8401.4", person.get("/performance/summary?currency=KRW").at("profit"), "6.001 USDT of price and fee");
        assertEquals(
                "rates_missing",
                suite.person("eve").get("/performance/summary?currency=USD").at("reason"));
        assertEquals(
                400,
                person.put("/portfolio/rates", "{\"base\":\"USDT\",\"quote\":\"KRW\",\"rate\":\"0\"}")
                        .status());
    }

    @Test
    void historyIsAlsoAFile() {
        Person person = suite.person("fred");
        trade(person, "BUY");
        trade(person, "SELL");
        String fills = person.text("/trading/history?format=csv");
        assertTrue(fills.startsWith("time,market_time,instrument,side,price"), fills);
        assertEquals(3, fills.lines().count());
        String positions = person.text("/positions/history?format=csv");
        assertTrue(positions.contains(",-12,"), positions);
    }

    @Test
    void othersAccountsDoNotExistAndNobodyIsAskedToSignIn() {
        Person owner = suite.person("gina");
        trade(owner, "BUY");
        Object account = owner.get("/trading/history").at("items.0.account_id");
        Person stranger = suite.person("hugo");
        Person nobody = suite.nobody();
        for (String report : REPORTS) {
            assertEquals(404, stranger.get(report + "?account_id=" + account).status(), report);
            assertEquals(200, owner.get(report + "?account_id=" + account).status(), report);
            assertEquals(401, nobody.get(report).status(), report);
        }
        var foreign = stranger.post("/portfolio/cash-flows", key(), """
                {"account_id":"%s","type":"DEPOSIT","currency":"USDT","amount":"1"}""".formatted(account));
        assertEquals(404, foreign.status());
        assertEquals(401, nobody.get("/portfolio/rates").status());
    }

    @Test
    void whatCannotBeReadIsExplained() {
        Person person = suite.person("ines");
        for (String bad : List.of(
                "from=yesterday",
                "to=2026-02-30",
                "from=2026-02-01&to=2026-01-01",
                "currency=won!",
                "account_id=7",
                "instrument=x")) {
            for (String report : REPORTS.subList(0, 8)) {
                var refused = person.get(report + "?" + bad);
                assertEquals(
                        400,
                        refused.status(),
                        () -> report + "?" + bad + " " + refused.raw().body());
            }
        }
    }
}
