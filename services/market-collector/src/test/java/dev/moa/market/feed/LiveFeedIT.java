package dev.moa.market.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.moa.market.MarketSuite;
import dev.moa.platform.live.Live;
import dev.moa.testkit.Await;
import dev.moa.testkit.Servers;
import dev.moa.testkit.StubVenue;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A venue over a real socket, through the collector, into the database. */
class LiveFeedIT {
    private static final long MINUTE = Instant.now().getEpochSecond() / 60 * 60_000;

    private final StubVenue venue = new StubVenue();
    private final MarketSuite market = new MarketSuite(Map.of(
            "MOA_FEEDS",
            "binance",
            "MOA_WATCH",
            "BINANCE:BTCUSDT",
            "MOA_BROKER_BINANCE_WS_URL",
            venue.stream().toString(),
            "MOA_BROKER_BINANCE_REST_URL",
            venue.http().toString()));

    @AfterEach
    void close() {
        market.close();
        venue.close();
    }

    @Test
    void tradesAreStoredShownAndMadeIntoCandles() {
        connected();
        venue.send(trade(1, "100.50", 0));
        venue.send(trade(2, "101.00", 1));
        venue.send(
                "{\"stream\":\"btcusdt@bookTicker\",\"data\":{\"u\":1,\"s\":\"BTCUSDT\",\"b\":\"100.9\",\"B\":\"1\",\"a\":\"101.1\",\"A\":\"1\"}}");

        stored(2);
        List<?> candles =
                (List<?>) market.get("/api/v1/market/charts/BINANCE:BTCUSDT").at("candles");
        assertEquals(
                List.of(Instant.ofEpochMilli(MINUTE).toString(), "100.50", "101.00", "100.50", "101.00", "0.4"),
                candles.getLast());
        Await.until(
                "the quote is in Redis",
                () -> market.bean(Live.class)
                        .hash("quote:BINANCE:BTCUSDT")
                        .filter(quote -> quote.get("bid").equals("100.9")
                                && quote.get("price").equals("101.00"))
                        .isPresent());
        Await.until(
                "the state is in Redis",
                () -> market.bean(Live.class)
                        .hash("feed:binance")
                        .filter(feed -> feed.get("state").equals("ok"))
                        .isPresent());
        String path = market.file("btcusdt.csv", "time,price,quantity\n1723161256322,1,1\n");
        MarketSuite.Reply refused = market.inner("POST", "/internal/replays", "{\"path\":\"" + path + "\"}");
        assertEquals("feed_is_live", refused.at("code"));
    }

    @Test
    void aCandleIsToldOnceWhenTheNextMinuteBegins() {
        connected();
        venue.send(trade(1, "100.50", 0));
        venue.send(trade(2, "101.00", 60_000));
        stored(2);

        Await.until("told", () -> market.count("outbox where name = 'candle.closed'") >= 1);
        assertEquals(1, market.count("outbox where body::json->'data'->>'interval' = '1m'"));
        venue.send(trade(3, "102.00", 61_000));
        stored(3);
        assertEquals(1, market.count("outbox where body::json->'data'->>'interval' = '1m'"));
    }

    @Test
    void missedTradesAreFetchedAfterACut() {
        venue.answer(target -> Optional.of(oldTrades(1, 30)));
        connected();
        venue.send(trade(1, "100", 0));
        stored(1);
        venue.drop();
        reconnected();
        venue.send(trade(20, "100", 19));

        stored(20);
        Await.until("recorded as filled", () -> market.count("feed_gap where filled_at is not null") == 1);
        assertEquals(0, market.count("feed_gap where filled_at is null"));
        assertEquals(
                "4.0",
                market.sql()
                        .one("select volume::text as v from candle where interval = '1d'", rs -> rs.getString("v"))
                        .orElseThrow());
    }

    @Test
    void tradesMissedDuringARestartThatTheVenueDoesNotTellStayAnOpenGap() {
        venue.answer(target -> Optional.empty());
        connected();
        venue.send(trade(1, "100", 0));
        stored(1);
        market.stop();
        market.start();
        reconnected();
        venue.send(trade(50, "100", 500));

        Await.until("an open gap", () -> market.count("feed_gap where filled_at is null") == 1);
        Map<?, ?> feed =
                (Map<?, ?>) ((List<?>) market.get("/api/v1/market/feeds").at("items")).getFirst();
        assertEquals(1, feed.get("open_gaps"));
        assertEquals("restart", ((Map<?, ?>) ((List<?>) feed.get("gaps")).getFirst()).get("reason"));
        assertEquals("ok", feed.get("state"));
    }

    @Test
    void hostileMessagesAreCountedAndHarmNothing() {
        connected();
        List.of(
                        "{",
                        "[]",
                        "null",
                        "[".repeat(100_000),
                        "{\"e\":\"trade\",\"p\":1e9999}",
                        "\"\\ud800\"",
                        "x".repeat(300_000))
                .forEach(venue::send);
        venue.send(trade(1, "100", 0));

        stored(1);
        Map<?, ?> feed =
                (Map<?, ?>) ((List<?>) market.get("/api/v1/market/feeds").at("items")).getFirst();
        assertEquals(7, ((Map<?, ?>) feed.get("counts")).get("unreadable"));
    }

    @Test
    void aVenueThatIsAwayIsShownAndComesBack() {
        connected();
        venue.refuse(true);
        venue.drop();
        Await.until("away", () -> "away".equals(state()));
        assertEquals(200, market.get("/api/v1/market/charts/BINANCE:BTCUSDT").status());
        venue.refuse(false);
        reconnected();

        Await.until("ok", () -> "ok".equals(state()));
    }

    @Test
    void withTheDatabaseAwayTradesWaitAndNoneIsLostOrDoubled() {
        connected();
        venue.send(trade(1, "100", 0));
        stored(1);
        Servers.postgres().kill();
        try {
            for (int id = 2; id <= 2_000; id++) {
                venue.send(trade(id, "100", id));
            }
            Await.until(
                    "the price goes on",
                    () -> market.bean(Live.class)
                            .hash("quote:BINANCE:BTCUSDT")
                            .filter(quote -> quote.get("time")
                                    .equals(Instant.ofEpochMilli(MINUTE + 2_000).toString()))
                            .isPresent());
        } finally {
            Servers.postgres().start();
        }

        stored(2_000);
        assertEquals(0, market.count("feed_gap"));
    }

    @Test
    void peopleAddWhatTheVenueListsAndNothingElse() {
        venue.answer(target -> target.endsWith("symbol=SOLUSDT")
                ? Optional.of("{\"symbols\":[{\"symbol\":\"SOLUSDT\"}]}")
                : Optional.empty());
        connected();

        assertEquals(
                201,
                market.post("/api/v1/market/watch", "{\"instrument\":\"BINANCE:SOLUSDT\"}")
                        .status());
        assertEquals(
                201,
                market.post("/api/v1/market/watch", "{\"instrument\":\"binance:solusdt\"}")
                        .status());
        assertEquals(
                404,
                market.post("/api/v1/market/watch", "{\"instrument\":\"BINANCE:NOPE\"}")
                        .status());
        assertEquals(
                422,
                market.post("/api/v1/market/watch", "{\"instrument\":\"OKX:BTC-USDT\"}")
                        .status());
        Await.until("subscribed", () -> venue.received().stream().anyMatch(text -> text.contains("solusdt@trade")));
        market.stop();
        market.start();
        Await.until("also after a restart", () -> venue.requests().getLast().contains("solusdt@trade"));
        assertTrue(market.get("/api/v1/market/watch").toString().contains("BINANCE:SOLUSDT"));
    }

    private Object state() {
        return ((Map<?, ?>) ((List<?>) market.get("/api/v1/market/feeds").at("items")).getFirst()).get("state");
    }

    private void connected() {
        Await.until("connected", () -> {
            venue.ping();
            return venue.open() == 1 && "ok".equals(state());
        });
    }

    private void reconnected() {
        Await.until("connected anew", () -> {
            venue.ping();
            return venue.open() == 1 && venue.connected() >= 2 && "ok".equals(state());
        });
    }

    private void stored(long trades) {
        Await.until(trades + " trades are stored", () -> market.count("tick") == trades);
    }

    private static String trade(long id, String price, long millis) {
        return "{\"stream\":\"btcusdt@trade\",\"data\":{\"e\":\"trade\",\"E\":1,\"s\":\"BTCUSDT\",\"t\":%d,\"p\":\"%s\",\"q\":\"0.2\",\"T\":%d,\"m\":false,\"M\":true}}"
                .formatted(id, price, MINUTE + millis);
    }

    private static String oldTrades(long first, long last) {
        return LongStream.rangeClosed(first, last)
                .mapToObj(id -> "{\"id\":%d,\"price\":\"100\",\"qty\":\"0.2\",\"time\":%d,\"isBuyerMaker\":false}"
                        .formatted(id, MINUTE + id - 1))
                .collect(Collectors.joining(",", "[", "]"));
    }
}
