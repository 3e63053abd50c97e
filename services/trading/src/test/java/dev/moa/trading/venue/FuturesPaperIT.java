package dev.moa.trading.venue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.moa.testkit.Await;
import dev.moa.testkit.FixedClock;
import dev.moa.trading.Person;
import dev.moa.trading.TradingSuite;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * A contract on paper from its opening to its liquidation. Worked by hand: 0.1 at 50,010 (two basis points above 50,000) with leverage 20
 * has a margin of 250.05 and is liquidated at (250.05 − 5,001) ÷ (0.1 × (0.004 − 1)) = 47,700.3012.
 */
class FuturesPaperIT {
    private static final String CONTRACT = "BINANCE_FUTURES:BTCUSDT";
    private static final Instant BEFORE_FUNDING = Instant.parse("2026-11-23T07:59:00Z");

    private static Person.Reply leverage(Person person, String instrument, int times) {
        return person.put("/trading/leverage", """
                {"instrument":"%s","leverage":%d}""".formatted(instrument, times));
    }

    private static BigDecimal usdt(Person person, String field) {
        List<?> cash = (List<?>) person.get("/portfolio/summary").at("cash");
        return cash.stream()
                .map(balance -> (Map<?, ?>) balance)
                .filter(balance -> balance.get("currency").equals("USDT"))
                .map(balance -> new BigDecimal((String) balance.get(field)))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aContractIsFundedOnceEachTimeAndLiquidatedForNoMoreThanItsMarginAcrossRestarts() throws SQLException {
        FixedClock clock = new FixedClock(BEFORE_FUNDING);
        try (TradingSuite suite = new TradingSuite(clock)) {
            Person person = suite.person("lee");
            suite.price(CONTRACT, "50000");
            assertEquals("not_a_contract", leverage(person, "UPBIT:KRW-BTC", 2).at("code"));
            assertEquals(400, leverage(person, CONTRACT, 126).status());
            var chosen = leverage(person, CONTRACT, 20);
            assertEquals(200, chosen.status(), () -> chosen.raw().body());
            assertEquals("10000000", chosen.at("max_position_value"));
            var placed = person.order("""
                    {"instrument":"%s","side":"BUY","type":"MARKET","quantity":"0.1"}""".formatted(CONTRACT));
            assertEquals(202, placed.status(), () -> placed.raw().body());

            var position = person.get("/positions");
            assertEquals("20", position.at("items.0.leverage"));
            assertEquals("250.05", position.at("items.0.margin"));
            assertEquals(
                    new BigDecimal("47700.3012"),
                    new BigDecimal((String) position.at("items.0.liquidation_price")).setScale(4, RoundingMode.DOWN));
            assertEquals(new BigDecimal("99997.4995"), usdt(person, "total"), "only the fee of 2.5005 is gone");
            assertEquals(new BigDecimal("99747.4495"), usdt(person, "available"));
            assertEquals("position_open", leverage(person, CONTRACT, 10).at("code"));

            clock.advance(Duration.ofMinutes(2));
            Await.until(
                    "longs paid 0.01 % of 5,000", () -> usdt(person, "total").equals(new BigDecimal("99996.9995")));

            suite.stop();
            clock.advance(Duration.ofHours(8));
            suite.start();
            Person later = suite.again(person);
            assertEquals(new BigDecimal("99996.9995"), usdt(later, "total"), "no price is known yet");
            suite.price(CONTRACT, "50000");
            Await.until("the missed time is paid", () -> usdt(later, "total").equals(new BigDecimal("99996.4995")));
            assertEquals("-1", later.get("/positions").at("items.0.funding"));
            assertEquals("-1", KoreanPaperIT.booked(suite, "book = 'CASH' AND kind = 'FUNDING'"));

            suite.price(CONTRACT, "40000");
            Await.until(
                    "the position is gone",
                    () -> ((List<?>) later.get("/positions").at("items")).isEmpty());
            BigDecimal left = usdt(later, "total");
            assertTrue(
                    left.compareTo(new BigDecimal("99746.4495")) >= 0, () -> "more than the margin is lost: " + left);
            assertTrue(left.compareTo(new BigDecimal("99746.4496")) < 0, () -> "less than the margin is lost: " + left);
            assertEquals("liquidation", later.get("/trading/orders").at("items.0.origin"));
            suite.stop();
            suite.start();
            assertEquals(left, usdt(later, "available"));
            assertEquals("-250.05", rounded(KoreanPaperIT.booked(suite, "book = 'CASH' AND kind = 'LIQUIDATION'")));
            assertEquals("0", KoreanPaperIT.booked(suite, "currency = 'USDT'"));
        }
    }

    private static String rounded(String amount) {
        return new BigDecimal(amount).setScale(2, RoundingMode.HALF_UP).toPlainString();
    }

    @Test
    void nobodyChoosesTheLeverageOfAnothersAccount() {
        try (TradingSuite suite = new TradingSuite()) {
            Person owner = suite.person("min");
            Object account = leverage(owner, CONTRACT, 3).at("account_id");
            Person stranger = suite.person("noh");
            var refused = stranger.put("/trading/leverage", """
                    {"account_id":"%s","instrument":"%s","leverage":5}""".formatted(account, CONTRACT));
            assertEquals(404, refused.status());
            assertEquals(
                    404,
                    stranger.get("/trading/leverage?instrument=" + CONTRACT + "&account_id=" + account)
                            .status());
            assertEquals(
                    3, owner.get("/trading/leverage?instrument=" + CONTRACT).at("leverage"));
            assertEquals(
                    401,
                    suite.nobody()
                            .get("/trading/leverage?instrument=" + CONTRACT)
                            .status());
        }
    }
}
