package dev.moa.trading.connection;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.moa.trading.Person;
import dev.moa.trading.TradingSuite;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is named as limits where an account is added or changed holds for its orders. */
class AccountLimitsIT {
    private static final String BTC = "BINANCE:BTCUSDT";

    private static TradingSuite suite;

    private Person person;

    @BeforeAll
    static void start() {
        suite = new TradingSuite();
    }

    @AfterAll
    static void stop() {
        suite.close();
    }

    @BeforeEach
    void somebody() {
        person = suite.person("kim");
        suite.price(BTC, "50000");
    }

    private String account(String limits) {
        var added = person.post(
                "/accounts/register", null, "{\"broker\":\"PAPER\",\"label\":\"Trial\",\"limits\":" + limits + "}");
        assertEquals(201, added.status(), added.raw().body());
        return (String) added.at("account_id");
    }

    private Person.Reply buy(String account, String instrument, String quantity) {
        return person.order("""
                {"account_id":"%s","instrument":"%s","side":"BUY","type":"MARKET","quantity":"%s"}""".formatted(account, instrument, quantity));
    }

    @Test
    void aLimitNamedAtTheStartHoldsAlsoAfterARestart() {
        String account = account("{\"max_order_value\":\"100\",\"max_daily_trades\":2}");
        assertEquals("max_order_value", buy(account, BTC, "0.01").at("code"));
        assertEquals(202, buy(account, BTC, "0.001").status());
        suite.stop();
        suite.start();
        suite.price(BTC, "50000");
        assertEquals("max_order_value", buy(account, BTC, "0.01").at("code"));
        assertEquals(202, buy(account, BTC, "0.001").status());
        var refused = buy(account, BTC, "0.001");
        assertEquals("max_daily_trades", refused.at("code"));
        assertEquals("account", refused.at("reasons.0.level"));
    }

    @Test
    void aStricterLimitHoldsAtOnceAndALooserOneWaits() {
        String account = account("{\"max_order_value\":{\"USDT\":\"100\"}}");
        var looser = person.put("/accounts/" + account, "{\"limits\":{\"max_order_value\":{\"USDT\":\"10000\"}}}");
        assertEquals(200, looser.status(), looser.raw().body());
        assertEquals("100", looser.at("limits.max_order_value.USDT"));
        assertEquals("max_order_value", buy(account, BTC, "0.01").at("code"));
        var stricter = person.put("/accounts/" + account, "{\"limits\":{\"max_order_value\":{\"USDT\":\"10\"}}}");
        assertEquals("10", stricter.at("limits.max_order_value.USDT"));
        assertEquals("max_order_value", buy(account, BTC, "0.001").at("code"));
        assertEquals(
                404,
                suite.person("lee")
                        .put("/accounts/" + account, "{\"limits\":{\"max_daily_trades\":9}}")
                        .status());
    }

    @Test
    void onlyTheProductsThatWereChosenAreTraded() {
        String account = account("{\"allowed_products\":[\"stock\"]}");
        assertEquals(List.of("stock"), person.get("/accounts/" + account).at("limits.allowed_products"));
        assertEquals("product_not_allowed", buy(account, BTC, "0.001").at("code"));
        assertEquals(
                200,
                person.put("/accounts/" + account, "{\"limits\":{\"allowed_products\":[\"spot\",\"stock\"]}}")
                        .status());
        assertEquals(202, buy(account, BTC, "0.001").status());
        suite.stop();
        suite.start();
        suite.price(BTC, "50000");
        assertEquals(202, buy(account, BTC, "0.001").status());
    }

    @Test
    void whatIsNoLimitIsExplainedAndNothingIsAdded() {
        int before = ((List<?>) person.get("/accounts").at("items")).size();
        for (String wrong :
                List.of("{\"magic\":1}", "{\"max_daily_trades\":-1}", "{\"allowed_products\":[\"house\"]}")) {
            assertEquals(
                    400,
                    person.post("/accounts/register", null, "{\"broker\":\"PAPER\",\"limits\":" + wrong + "}")
                            .status(),
                    wrong);
        }
        assertEquals(before, ((List<?>) person.get("/accounts").at("items")).size());
    }
}
