package dev.moa.trading.venue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.moa.testkit.Await;
import dev.moa.testkit.FixedClock;
import dev.moa.testkit.Servers;
import dev.moa.trading.Person;
import dev.moa.trading.TradingSuite;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A week at the Korean exchange on paper. Amounts worked by hand: commission 0.015 %, sell tax 0.20 % in 2026, both cut to the won. */
class KoreanPaperIT {
    private static final Instant MONDAY = Instant.parse("2026-11-23T01:00:00Z");
    private static final Instant TUESDAY = Instant.parse("2026-11-24T01:00:00Z");
    private static final Instant WEDNESDAY = Instant.parse("2026-11-25T00:30:00Z");
    private static final Instant SATURDAY = Instant.parse("2026-11-28T01:00:00Z");

    private static Map<?, ?> won(Person person) {
        List<?> cash = (List<?>) person.get("/portfolio/summary").at("cash");
        return cash.stream()
                .map(balance -> (Map<?, ?>) balance)
                .filter(balance -> balance.get("currency").equals("KRW"))
                .findFirst()
                .orElseThrow();
    }

    private static Person.Reply order(Person person, String side, int shares) {
        var placed = person.order("""
                {"instrument":"KRX:005930","side":"%s","type":"MARKET","quantity":"%d"}""".formatted(side, shares));
        assertEquals(202, placed.status(), () -> placed.raw().body());
        return person.get("/trading/orders/" + placed.at("order_id"));
    }

    @Test
    void salesAreTaxedAndTheirMoneyArrivesTwoBusinessDaysLaterAlsoAfterARestart() throws SQLException {
        FixedClock clock = new FixedClock(MONDAY);
        try (TradingSuite suite = new TradingSuite(clock)) {
            Person person = suite.person("kim");
            suite.price("KRX:005930", "70000");
            var bought = order(person, "BUY", 100);
            assertEquals("1050", bought.at("fills.0.fee"));
            assertEquals("0", bought.at("fills.0.tax"));
            suite.price("KRX:005930", "71000");
            var sold = order(person, "SELL", 60);
            assertEquals("639", sold.at("fills.0.fee"));
            assertEquals("8520", sold.at("fills.0.tax"));
            assertEquals("97249791", won(person).get("total"));
            assertEquals("100000000", won(person).get("settled"));
            assertEquals("-2750209", won(person).get("unsettled"));
            assertEquals("97249791", won(person).get("withdrawable"));

            clock.set(TUESDAY);
            person = suite.again(person);
            suite.price("KRX:005930", "71000");
            assertEquals("5680", order(person, "SELL", 40).at("fills.0.tax"));
            assertEquals("100083685", won(person).get("available"), "the sale pays for purchases at once");
            assertEquals("97249791", won(person).get("withdrawable"), "but cannot be taken out");
            assertEquals("price_limit", limit(person, "92400").at("code"), "30 % above Monday's last price is 92,300");

            suite.stop();
            clock.set(WEDNESDAY);
            suite.start();
            Person later = suite.again(person);
            Await.until(
                    "Monday's trades are settled",
                    () -> won(later).get("settled").equals("97249791"));
            assertEquals("2833894", won(later).get("unsettled"));
            assertEquals(
                    "[{date=2026-11-26, amount=2833894}]", won(later).get("due").toString());

            clock.set(SATURDAY);
            Person atLast = suite.again(person);
            Await.until("all is settled", () -> won(atLast).get("withdrawable").equals("100083685"));
            suite.price("KRX:005930", "71000");
            var refused = limit(atLast, "70000");
            assertEquals("market_closed", refused.at("code"));
            assertTrue(
                    refused.at("detail").toString().contains("Monday 30 November 2026, 08:30"),
                    () -> refused.raw().body());
            assertEquals("0", booked(suite, "book = 'UNSETTLED'"));
            assertEquals("14200", booked(suite, "book = 'TAXES' AND kind = 'TAX'"));
            assertEquals("2115", booked(suite, "book = 'FEES' AND kind = 'FEE'"));
            assertEquals("100083685", booked(suite, "book = 'CASH' AND currency = 'KRW'"));
        }
    }

    @Test
    void ordersOfAnAuctionWaitForItsPriceAndTradeAtItAlsoAfterARestart() {
        FixedClock clock = new FixedClock(Instant.parse("2026-11-23T06:00:00Z"));
        try (TradingSuite suite = new TradingSuite(clock)) {
            Person person = suite.person("oh");
            suite.price("KRX:005930", "70000");
            clock.set(Instant.parse("2026-11-23T06:25:00Z"));
            person = suite.again(person);
            Object atMarket = order(person, "BUY", 10).at("order_id");
            Object crossing = limit(person, "71000").at("order_id");
            Object low = limit(person, "69000").at("order_id");
            suite.stop();
            suite.start();
            suite.price("KRX:005930", "69500");
            for (Object id : List.of(atMarket, crossing, low)) {
                assertEquals(
                        "ACCEPTED",
                        person.get("/trading/orders/" + id).at("status"),
                        "prices of an auction are no trades");
            }
            clock.set(Instant.parse("2026-11-23T06:30:00Z"));
            Person closing = suite.again(person);
            suite.price("KRX:005930", "70500");
            for (Object id : List.of(atMarket, crossing)) {
                Await.until(
                        "it trades at the closing price",
                        () -> "70500"
                                .equals(closing.get("/trading/orders/" + id).at("average_price")));
            }
            Await.until(
                    "the day is over",
                    () -> "EXPIRED".equals(closing.get("/trading/orders/" + low).at("status")));
        }
    }

    private static Person.Reply limit(Person person, String price) {
        return person.order("""
                {"instrument":"KRX:005930","side":"BUY","type":"LIMIT","time_in_force":"DAY","quantity":"1",\
                "price":"%s"}""".formatted(price));
    }

    static String booked(TradingSuite suite, String which) throws SQLException {
        try (var database = Servers.postgres().superuser(suite.database());
                var statement = database.createStatement();
                var sum = statement.executeQuery(
                        "select coalesce(sum(amount), 0) from trading.ledger_entry where " + which)) {
            sum.next();
            BigDecimal amount = sum.getBigDecimal(1);
            return amount.signum() == 0 ? "0" : amount.stripTrailingZeros().toPlainString();
        }
    }
}
