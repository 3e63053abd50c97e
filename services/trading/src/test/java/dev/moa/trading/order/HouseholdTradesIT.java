package dev.moa.trading.order;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.moa.broker.paper.HouseholdBook;
import dev.moa.contract.LiveMessages;
import dev.moa.domain.instrument.InstrumentId;
import dev.moa.platform.crash.CrashPoint;
import dev.moa.platform.live.Live;
import dev.moa.testkit.Await;
import dev.moa.testkit.Servers;
import dev.moa.trading.Person;
import dev.moa.trading.TradingSuite;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Two members of a household trade with each other on paper. */
class HouseholdTradesIT {
    private static final String BTC = "BINANCE:BTCUSDT";

    @Test
    void restingOrderOfOneMemberMeetsTheOrderOfAnother() {
        try (TradingSuite suite = new TradingSuite()) {
            Person kim = suite.person("kim");
            Person lee = suite.person("lee");
            suite.price(BTC, "60000");
            buyAtMarket(lee, "0.02");
            String resting = rests(suite, kim, "BUY", "0.02", "59995");
            Await.until(
                    "the paper book is told",
                    () -> suite.bean(Live.class)
                            .get(LiveMessages.PAPER_BOOK_KEY + BTC)
                            .filter(text -> text.contains("59995")
                                    && !text.contains(kim.id().toString()))
                            .isPresent());

            var sold = lee.order(market("SELL", "0.015"));

            assertEquals("FILLED", sold.at("status"));
            var fill = lee.get("/trading/orders/" + sold.at("order_id"));
            assertEquals("59995", fill.at("fills.0.price"), "the resting price is better than the market's");
            Await.until(
                    "kim's side is booked",
                    () -> kim.get("/trading/orders/" + resting).at("status").equals("PARTIALLY_FILLED"));
            var bought = kim.get("/trading/orders/" + resting);
            assertEquals("59995", bought.at("fills.0.price"));
            assertEquals("0.015", bought.at("filled_quantity"));
            assertTrue(kim.delete("/trading/orders/" + resting).status() < 300);
            Await.until(
                    "what is left is cancelled",
                    () -> kim.get("/trading/orders/" + resting).at("status").equals("CANCELLED"));
            assertTrue(suite.bean(HouseholdBook.class)
                    .depth(InstrumentId.parse(BTC))
                    .bids()
                    .isEmpty());
        }
    }

    /** The order that came is stored with its fill; the process ends before the account of the resting order has booked its own. */
    @Test
    void tradeSurvivesACrashBetweenTheTwoBookingsAndIsBookedOnce() throws SQLException {
        try (TradingSuite suite = new TradingSuite()) {
            Person kim = suite.person("kim");
            Person lee = suite.person("lee");
            suite.price(BTC, "60000");
            buyAtMarket(lee, "0.02");
            String resting = rests(suite, kim, "BUY", "0.02", "59995");
            String lane = "lane-" + accountOf(suite, resting);

            CrashPoint.Armed armed = CrashPoint.arm(name -> endOf(lane, name));
            try {
                assertEquals("FILLED", lee.order(market("SELL", "0.02")).at("status"));
                suite.stop();
            } finally {
                armed.close();
            }
            assertEquals(1, count(suite, "select count(*) from trading.household_meeting where booked_at is null"));
            assertEquals(0, count(suite, "select count(*) from trading.fill where order_id = '" + resting + "'"));

            suite.start();
            Await.until(
                    "kim's side is booked",
                    () -> kim.get("/trading/orders/" + resting).at("status").equals("FILLED"));
            suite.stop();
            suite.start();
            suite.price(BTC, "59000");
            var history = (List<?>) kim.get("/trading/history").at("items");
            assertEquals(1, history.size(), "booked once, and not filled by the market again");
            assertEquals("0.02", ((Map<?, ?>) history.getFirst()).get("quantity"));
            assertEquals(0, count(suite, "select count(*) from trading.household_meeting where booked_at is null"));
        }
    }

    @Test
    void accountsOfOnePersonNeverTradeWithEachOther() {
        try (TradingSuite suite = new TradingSuite()) {
            Person kim = suite.person("kim");
            suite.price(BTC, "60000");
            buyAtMarket(kim, "0.02");
            String resting = rests(suite, kim, "BUY", "0.02", "59995");

            var sold = kim.order(market("SELL", "0.01"));

            assertEquals(
                    "59988",
                    kim.get("/trading/orders/" + sold.at("order_id")).at("fills.0.price"),
                    "the market's price");
            assertEquals("ACCEPTED", kim.get("/trading/orders/" + resting).at("status"));
        }
    }

    private static void endOf(String lane, String point) {
        if (point.equals("CP14") && Thread.currentThread().getName().equals(lane)) {
            throw new AssertionError("the process ends here");
        }
    }

    private static UUID accountOf(TradingSuite suite, String order) throws SQLException {
        try (var database = Servers.postgres().superuser(suite.database());
                var rows = database.createStatement()
                        .executeQuery("select account_id from trading.orders where order_id = '" + order + "'")) {
            rows.next();
            return rows.getObject(1, UUID.class);
        }
    }

    private static int count(TradingSuite suite, String query) throws SQLException {
        try (var database = Servers.postgres().superuser(suite.database());
                var rows = database.createStatement().executeQuery(query)) {
            rows.next();
            return rows.getInt(1);
        }
    }

    private static void buyAtMarket(Person person, String quantity) {
        assertEquals("FILLED", person.order(market("BUY", quantity)).at("status"));
    }

    private static String rests(TradingSuite suite, Person person, String side, String quantity, String price) {
        var placed = person.order("""
                {"instrument":"%s","side":"%s","type":"LIMIT","quantity":"%s","price":"%s"}""".formatted(BTC, side, quantity, price));
        assertEquals("ACCEPTED", placed.at("status"));
        Await.until(
                "the order can be met",
                () -> suite.bean(HouseholdBook.class).depth(InstrumentId.parse(BTC)).bids().stream()
                        .anyMatch(level -> level.price().value().compareTo(new BigDecimal(price)) == 0));
        return (String) placed.at("order_id");
    }

    private static String market(String side, String quantity) {
        return """
                {"instrument":"%s","side":"%s","type":"MARKET","quantity":"%s"}""".formatted(BTC, side, quantity);
    }
}
