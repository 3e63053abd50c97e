package dev.moa.market;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.moa.contract.LiveMessages;
import dev.moa.platform.live.Live;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MarketApiIT {
    private static final long START = 1_723_161_600_000L;
    private static MarketSuite market;

    @BeforeAll
    static void start() {
        market = new MarketSuite(Map.of());
        StringBuilder file = new StringBuilder("time,price,quantity,side,trade_id\n");
        for (int i = 0; i < 600; i++) {
            file.append(START + i * 10_000L)
                    .append(",0.0000%04d,1.50,%s,%d\n".formatted(1000 + i, i % 2 == 0 ? "buy" : "sell", i));
        }
        market.replayed(market.file("krw-btc.csv", file.toString()), "");
    }

    @AfterAll
    static void stop() {
        market.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/market/instruments",
                "/api/v1/market/quotes?instruments=UPBIT:KRW-BTC",
                "/api/v1/market/charts/UPBIT:KRW-BTC",
                "/api/v1/market/trades/UPBIT:KRW-BTC",
                "/api/v1/market/orderbook/UPBIT:KRW-BTC",
                "/api/v1/market/orderbook/UPBIT:KRW-BTC?book=paper",
                "/api/v1/market/feeds",
                "/api/v1/market/watch"
            })
    void everythingNeedsAToken(String path) {
        MarketSuite.Reply reply = market.anonymous(path);

        assertEquals(401, reply.status());
        assertEquals("unauthenticated", reply.at("code"));
        assertEquals(200, market.get(path).status());
    }

    @Test
    void anOrderBookIsLiveOrTheHouseholds() {
        MarketSuite.Reply live = market.get("/api/v1/market/orderbook/UPBIT:KRW-BTC");
        assertEquals("live", live.at("book"));
        assertEquals(List.of(), live.at("bids"), "a replay has no book");

        market.bean(Live.class).set(LiveMessages.PAPER_BOOK_KEY + "KRX:005930", """
                        {"instrument":"KRX:005930","bids":[{"price":"70000","quantity":"3"}],"asks":[],\
                        "time":"2026-11-21T00:00:00Z"}""", Duration.ofMinutes(1));
        MarketSuite.Reply paper = market.get("/api/v1/market/orderbook/KRX:005930?book=paper");
        assertEquals("paper", paper.at("book"));
        assertEquals(List.of(Map.of("price", "70000", "quantity", "3")), paper.at("bids"));
        assertEquals(List.of(), paper.at("asks"));

        assertEquals(
                400,
                market.get("/api/v1/market/orderbook/UPBIT:KRW-BTC?book=secret").status());
        assertEquals(
                404,
                market.get("/api/v1/market/orderbook/UPBIT:KRW-NOBODY?book=paper")
                        .status());
        assertEquals(
                404, market.get("/api/v1/market/orderbook/UPBIT:KRW-NOBODY").status());
        assertEquals(
                404,
                market.get("/api/v1/market/orderbook/%24%24:%24?book=paper").status());
    }

    @Test
    void aChartIsInOrderWithDecimalsAsPlainStrings() {
        MarketSuite.Reply chart = market.get("/api/v1/market/charts/UPBIT:KRW-BTC?interval=1m&limit=3");

        assertEquals("UPBIT:KRW-BTC", chart.at("instrument"));
        assertEquals("1m", chart.at("interval"));
        assertEquals(
                List.of(
                        List.of("2024-08-09T01:37:00Z", "0.00001582", "0.00001587", "0.00001582", "0.00001587", "9.00"),
                        List.of("2024-08-09T01:38:00Z", "0.00001588", "0.00001593", "0.00001588", "0.00001593", "9.00"),
                        List.of(
                                "2024-08-09T01:39:00Z",
                                "0.00001594",
                                "0.00001599",
                                "0.00001594",
                                "0.00001599",
                                "9.00")),
                chart.at("candles"));
    }

    @Test
    void aChartFromATimeBeginsThere() {
        String path = "/api/v1/market/charts/UPBIT:KRW-BTC?interval=5m&from=2024-08-09T00:10:00Z";

        assertEquals("2024-08-09T00:10:00Z", rows(market.get(path)).getFirst().getFirst());
        assertEquals(18, rows(market.get(path)).size());
        assertEquals(3, rows(market.get(path + "&to=2024-08-09T00:20:00Z")).size());
        assertEquals(
                "2024-08-09T00:10:00Z",
                rows(market.get(path + "&limit=1")).getFirst().getFirst());
        assertEquals(List.of(), market.get(path.replace("2024", "2031")).at("candles"));
    }

    @Test
    void aBareSymbolThatOnlyOneVenueHasIsUnderstood() {
        assertEquals(
                "UPBIT:KRW-BTC", market.get("/api/v1/market/charts/KRW-BTC").at("instrument"));
    }

    @ParameterizedTest
    @CsvSource({
        "/charts/UPBIT:KRW-BTC?interval=2m, 400, invalid_interval",
        "/charts/UPBIT:KRW-BTC?interval=, 400, invalid_interval",
        "/charts/UPBIT:KRW-BTC?limit=0, 400, validation_failed",
        "/charts/UPBIT:KRW-BTC?limit=5001, 400, validation_failed",
        "/charts/UPBIT:KRW-BTC?limit=many, 400, -",
        "/charts/UPBIT:KRW-BTC?from=yesterday, 400, validation_failed",
        "/charts/UPBIT:KRW-BTC?from=99999999999999, 400, validation_failed",
        "/charts/UPBIT:KRW-BTC?from=2024-08-09T01:00:00Z&to=2024-08-09T00:00:00Z, 400, validation_failed",
        "/charts/UPBIT:KRW-NONE, 404, unknown_instrument",
        "/charts/NONE, 404, unknown_instrument",
        "/charts/%00%27%3B, 404, unknown_instrument",
        "/trades/UPBIT:KRW-NONE, 404, unknown_instrument",
        "/trades/UPBIT:KRW-BTC?limit=501, 400, validation_failed",
        "/quotes?instruments=UPBIT:KRW-BTC;UPBIT:KRW-NONE, 404, unknown_instrument",
        "/instruments?limit=-1, 400, validation_failed",
        "/instruments?query=%00, 400, validation_failed",
        "/instruments?cursor=%00, 400, validation_failed",
        "/nothing, 404, not_found"
    })
    void wrongInputIsAProblemWithAStableCode(String path, int status, String code) {
        MarketSuite.Reply reply = market.get("/api/v1/market" + path.replace(';', ','));

        assertEquals(status, reply.status(), reply.toString());
        assertTrue(code.equals("-") || code.equals(reply.at("code")), reply.toString());
        assertFalse(reply.toString().contains("Exception"), reply.toString());
    }

    @Test
    void theLatestTradesAreInOrder() {
        List<?> trades = (List<?>)
                market.get("/api/v1/market/trades/UPBIT:KRW-BTC?limit=2").at("items");

        assertEquals(
                List.of(
                        Map.of(
                                "trade_id",
                                "598",
                                "time",
                                "2024-08-09T01:39:40Z",
                                "price",
                                "0.00001598",
                                "quantity",
                                "1.50",
                                "side",
                                "BUY"),
                        Map.of(
                                "trade_id",
                                "599",
                                "time",
                                "2024-08-09T01:39:50Z",
                                "price",
                                "0.00001599",
                                "quantity",
                                "1.50",
                                "side",
                                "SELL")),
                trades);
    }

    @Test
    void quotesComeFromMemory() {
        List<?> quotes = (List<?>)
                market.get("/api/v1/market/quotes?instruments=UPBIT:KRW-BTC").at("items");

        Map<?, ?> quote = (Map<?, ?>) quotes.getFirst();
        assertEquals("0.00001599", quote.get("price"));
        assertEquals("2024-08-09T01:39:50Z", quote.get("time"));
        assertEquals("replay-trades", quote.get("source"));
        assertNull(quote.get("bid"));
    }

    @Test
    void theCatalogueHasWhatWasReplayedAndWhatIsWatched() {
        List<?> found =
                (List<?>) market.get("/api/v1/market/instruments?query=krw-b").at("items");

        Map<?, ?> instrument = (Map<?, ?>) found.getFirst();
        assertEquals("UPBIT:KRW-BTC", instrument.get("instrument"));
        assertEquals("BTC", instrument.get("base"));
        assertEquals("KRW", instrument.get("quote"));
        assertEquals("0.0005", instrument.get("taker_fee"));
        assertTrue(((List<?>) instrument.get("ticks")).size() > 5);
        assertEquals(
                2,
                ((List<?>) market.get("/api/v1/market/instruments?venue=BINANCE")
                                .at("items"))
                        .size());
        MarketSuite.Reply page = market.get("/api/v1/market/instruments?limit=1");
        assertEquals("BINANCE:BTCUSDT", page.at("next_cursor"));
    }

    @Test
    void nothingCanBeWatchedWithoutAFeed() {
        MarketSuite.Reply reply = market.post("/api/v1/market/watch", "{\"instrument\":\"BINANCE:SOLUSDT\"}");

        assertEquals(422, reply.status());
        assertEquals("not_collected", reply.at("code"));
        assertEquals(
                400,
                market.post("/api/v1/market/watch", "{\"instrument\":\"x\"}").status());
        assertEquals(400, market.post("/api/v1/market/watch", "{}").status());
        assertEquals(400, market.post("/api/v1/market/watch", "{").status());
    }

    @SuppressWarnings("unchecked")
    private static List<List<String>> rows(MarketSuite.Reply reply) {
        return (List<List<String>>) reply.at("candles");
    }
}
