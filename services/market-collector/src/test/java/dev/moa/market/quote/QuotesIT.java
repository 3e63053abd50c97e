package dev.moa.market.quote;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.moa.contract.LiveMessages.Quote;
import dev.moa.domain.instrument.InstrumentId;
import dev.moa.market.MarketSuite;
import dev.moa.platform.json.Json;
import dev.moa.platform.live.Live;
import dev.moa.testkit.Await;
import dev.moa.testkit.Servers;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class QuotesIT {
    private static final Instant TIME = Instant.parse("2024-08-09T00:00:00Z");
    private static MarketSuite market;

    @BeforeAll
    static void start() {
        market = new MarketSuite(Map.of());
    }

    @AfterAll
    static void stop() {
        market.close();
    }

    @Test
    void manyTradesBecomeFewMessagesThatMissNoExtreme() {
        List<Quote> told = listen("TEST:MANY");
        for (int i = 0; i < 10_000; i++) {
            moved("TEST:MANY", i, i == 5_000 ? "1" : i == 7_000 ? "999" : "100");
        }

        Await.until("everything is told", () -> sum(told).intValue() == 10_000);
        assertTrue(told.size() < 500, "messages: " + told.size());
        assertEquals(
                new BigDecimal("1"),
                told.stream().map(Quote::low).min(BigDecimal::compareTo).orElseThrow());
        assertEquals(
                new BigDecimal("999"),
                told.stream().map(Quote::high).max(BigDecimal::compareTo).orElseThrow());
    }

    @Test
    void withRedisAwayTheApiAnswersAndNothingIsMissingAfterwards() {
        moved("TEST:AWAY", 0, "50");
        hasPrice("TEST:AWAY", "50");
        Servers.redis().kill();
        try {
            moved("TEST:AWAY", 1, "40");
            moved("TEST:AWAY", 2, "45");
            assertEquals(
                    "45",
                    market.bean(QuoteBoard.class)
                            .latest(InstrumentId.parse("TEST:AWAY"))
                            .orElseThrow()
                            .price()
                            .toPlainString());
        } finally {
            Servers.redis().start();
        }

        hasPrice("TEST:AWAY", "45");
        hasPrice("TEST:AWAY", "45");
        assertEquals(
                "40",
                market.bean(Live.class).hash("quote:TEST:AWAY").orElseThrow().get("low"));
    }

    @Test
    void pricesAreInRedisAgainAfterItWasEmptied() {
        moved("TEST:EMPTIED", 0, "50");
        hasPrice("TEST:EMPTIED", "50");
        Servers.redis().kill();
        Servers.redis().start();

        hasPrice("TEST:EMPTIED", "50");
    }

    @Test
    void whatNobodyCanPriceIsNotFoundAndTheInnerSecretIsAsked() {
        String path = market.file("inner.csv", "time,price,quantity\n1723161600000,50,1\n");
        market.replayed(path, ",\"instrument\":\"TEST:INNER\"");
        var known = market.inner("GET", "/internal/quotes/TEST:INNER", null);
        assertEquals("50", known.at("price"), known::toString);
        assertEquals(
                404, market.inner("GET", "/internal/quotes/TEST:NOBODY", null).status());
        assertEquals(404, market.inner("GET", "/internal/quotes/nonsense", null).status());
        assertEquals(401, market.get("/internal/quotes/TEST:INNER").status());
    }

    @Test
    void theLastPriceIsThereAgainAfterARestart() {
        String path = market.file("x.csv", "time,price,quantity\n1723161600000,77.50,1\n1723161660000,78.50,1\n");
        market.replayed(path, ",\"instrument\":\"TEST:RESTART\"");
        String candles = market.file(
                "y.csv", "date,open,high,low,close,volume\n2024-01-01,1,2,0.5,1.5,10\n2024-01-02,1,2,0.5,1.75,10\n");
        market.replayed(candles, ",\"instrument\":\"TEST:DAYS\"");
        market.stop();
        market.start();

        Await.until("restored", () -> quotes("TEST:RESTART,TEST:DAYS").size() == 2);
        assertEquals("78.50", ((Map<?, ?>) quotes("TEST:RESTART").getFirst()).get("price"));
        assertEquals("1.75", ((Map<?, ?>) quotes("TEST:DAYS").getFirst()).get("price"));
        hasPrice("TEST:RESTART", "78.50");
    }

    private static List<?> quotes(String instruments) {
        return (List<?>)
                market.get("/api/v1/market/quotes?instruments=" + instruments).at("items");
    }

    private static void hasPrice(String instrument, String price) {
        Await.until(
                instrument + " is at " + price + " in Redis",
                () -> market.bean(Live.class)
                        .hash("quote:" + instrument)
                        .filter(quote -> quote.get("price").equals(price))
                        .isPresent());
    }

    private static List<Quote> listen(String instrument) {
        List<Quote> told = new CopyOnWriteArrayList<>();
        Json json = market.bean(Json.class);
        market.bean(Live.class)
                .subscribe("market:" + instrument, (channel, message) -> told.add(json.read(message, Quote.class)));
        Await.until("the subscription is up", () -> {
            market.bean(Live.class)
                    .publish(
                            "market:" + instrument,
                            new Quote(
                                    instrument,
                                    BigDecimal.TEN,
                                    null,
                                    null,
                                    BigDecimal.TEN,
                                    BigDecimal.TEN,
                                    BigDecimal.ZERO,
                                    TIME,
                                    "live"));
            return !told.isEmpty();
        });
        told.clear();
        return told;
    }

    private static BigDecimal sum(List<Quote> told) {
        return told.stream().map(Quote::volume).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static void moved(String instrument, int second, String price) {
        market.bean(QuoteBoard.class)
                .moved(
                        InstrumentId.parse(instrument),
                        PriceMove.trade(
                                QuoteSource.REPLAYED_TRADES,
                                TIME.plusSeconds(second),
                                new BigDecimal(price),
                                BigDecimal.ONE));
    }
}
