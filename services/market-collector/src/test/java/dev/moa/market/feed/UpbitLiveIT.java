package dev.moa.market.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.moa.market.MarketSuite;
import dev.moa.testkit.Await;
import dev.moa.testkit.StubVenue;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A venue whose ids do not count: every interruption may hide trades. */
class UpbitLiveIT {
    private static final long MINUTE = Instant.now().getEpochSecond() / 60 * 60_000;

    @Test
    void tradesMissedDuringACutAreFetchedAndARepeatedOneCountsOnce() {
        try (StubVenue venue = new StubVenue();
                MarketSuite market = new MarketSuite(Map.of(
                        "MOA_FEEDS",
                        "upbit",
                        "MOA_WATCH",
                        "UPBIT:KRW-BTC",
                        "MOA_BROKER_UPBIT_WS_URL",
                        venue.stream() + "/websocket/v1",
                        "MOA_BROKER_UPBIT_REST_URL",
                        venue.http() + "/v1"))) {
            venue.answer(target -> Optional.of("[" + tick(9) + "," + tick(7) + "," + tick(5) + "," + tick(1) + "]"));
            subscribed(venue, 1);
            venue.sendBinary(trade(1));
            Await.until("stored", () -> market.count("tick") == 1);
            venue.drop();
            subscribed(venue, 2);
            venue.sendBinary(trade(1));
            venue.sendBinary(trade(9));

            Await.until("everything is stored", () -> market.count("tick") == 4);
            Await.until("recorded as filled", () -> market.count("feed_gap where filled_at is not null") == 1);
            List<?> candles =
                    (List<?>) market.get("/api/v1/market/charts/UPBIT:KRW-BTC").at("candles");
            assertEquals("0.4", ((List<?>) candles.getLast()).getLast());
        }
    }

    private static void subscribed(StubVenue venue, int times) {
        Await.until(
                "subscription " + times,
                () -> venue.received().stream()
                                .filter(text -> text.contains("\"codes\":[\"KRW-BTC\"]"))
                                .count()
                        == times);
    }

    private static String trade(long id) {
        return """
                {"type":"trade","code":"KRW-BTC","trade_timestamp":%d,"trade_price":37625,"trade_volume":0.1,\
                "ask_bid":"BID","sequential_id":%d}""".formatted(MINUTE + id, id);
    }

    private static String tick(long id) {
        return """
                {"market":"KRW-BTC","timestamp":%d,"trade_price":37625.0,"trade_volume":0.1,"ask_bid":"BID",\
                "sequential_id":%d}""".formatted(MINUTE + id, id);
    }
}
