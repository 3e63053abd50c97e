package dev.moa.broker.upbit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.moa.broker.FeedGap;
import dev.moa.broker.MarketTrade;
import dev.moa.broker.RecordingListener;
import dev.moa.broker.http.SocketSettings;
import dev.moa.domain.instrument.InstrumentId;
import dev.moa.testkit.Await;
import dev.moa.testkit.StubVenue;
import java.math.BigDecimal;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class UpbitFeedTest {
    private static final InstrumentId BTC = new InstrumentId("UPBIT", "KRW-BTC");
    private static final InstrumentId ETH = new InstrumentId("UPBIT", "KRW-ETH");
    private static final long TIME = 1_696_585_056_846L;

    private final StubVenue venue = new StubVenue();
    private final RecordingListener heard = new RecordingListener();
    private final HttpClient http = HttpClient.newHttpClient();
    private final UpbitFeed feed = new UpbitFeed(
            http,
            new UpbitSettings(
                    venue.stream().resolve("/websocket/v1"),
                    venue.http().resolve("/v1"),
                    new SocketSettings(
                            Duration.ofMillis(100),
                            Duration.ofSeconds(30),
                            Duration.ofHours(23),
                            Duration.ofMillis(20),
                            Duration.ofMillis(100)),
                    3));

    @AfterEach
    void close() {
        feed.close();
        venue.close();
        http.close();
    }

    @Test
    void binaryMessagesOfTradesAndBooksArrive() {
        feed.open(Set.of(BTC), heard);
        subscribed(1);
        venue.sendBinary("""
                {"type":"trade","code":"KRW-BTC","trade_timestamp":1696585056846,"trade_price":37625,
                "trade_volume":8.428e-05,"ask_bid":"BID","sequential_id":1696585056846000,"stream_type":"REALTIME"}""");
        venue.sendBinary("""
                {"type":"orderbook","code":"KRW-BTC","orderbook_units":[{"ask_price":37630,"bid_price":37625}]}""");

        Await.until("both arrived", () -> heard.trades.size() == 1 && heard.books.size() == 1);
        assertEquals(new BigDecimal("0.00008428"), heard.trades.getFirst().quantity());
        assertEquals(MarketTrade.Taker.BUYER, heard.trades.getFirst().taker());
    }

    @Test
    void theHeartbeatIsTheTextPing() {
        feed.open(Set.of(BTC), heard);

        Await.until("PING", () -> venue.received().contains("PING"));
        venue.send("{\"status\":\"UP\"}");
        Await.until("alive by its answer", () -> heard.states.contains("alive"));
        assertTrue(heard.unreadable.isEmpty());
    }

    @Test
    void everythingIsAskedForAgainAfterACut() {
        feed.open(Set.of(BTC), heard);
        subscribed(1);
        feed.watch(Set.of(BTC, ETH));
        subscribed(2);
        venue.drop();
        subscribed(3);

        List<String> requests =
                venue.received().stream().filter(text -> text.startsWith("[")).toList();
        assertFalse(requests.getFirst().contains("KRW-ETH"));
        assertTrue(requests.getLast().contains("\"codes\":[\"KRW-BTC\",\"KRW-ETH\"]"));
    }

    @Test
    void aGapIsClosedByPagingBackToTheLastKnownTrade() {
        venue.answer(target -> target.contains("cursor=30")
                ? Optional.of(ticks(20, 10, 5))
                : target.startsWith("/v1/trades/ticks?market=KRW-BTC&count=500")
                        ? Optional.of(ticks(50, 40, 30))
                        : Optional.empty());

        var recovered = feed.tradesWithin(gap(10, 50));

        assertTrue(recovered.complete());
        assertEquals(
                List.of(20L, 30L, 40L),
                recovered.trades().stream().map(MarketTrade::id).toList());
    }

    @Test
    void aGapLongerThanThePagesStaysOpenButWhatWasFoundIsKept() {
        venue.answer(target -> {
            int cursor = target.contains("cursor=") ? Integer.parseInt(target.replaceAll(".*cursor=", "")) : 1000;
            return Optional.of(ticks(cursor - 1, cursor - 2));
        });

        var recovered = feed.tradesWithin(gap(10, 1000));

        assertFalse(recovered.complete());
        assertEquals(6, recovered.trades().size());
    }

    @Test
    void onlyTheVenueKnowsWhatItLists() {
        venue.answer(target -> target.equals("/v1/market/all")
                ? Optional.of("[{\"market\":\"KRW-BTC\"},{\"market\":\"KRW-XRP\"}]")
                : Optional.empty());

        assertTrue(feed.lists(BTC));
        assertFalse(feed.lists(ETH));
    }

    private void subscribed(int times) {
        Await.until(
                "request " + times,
                () -> venue.received().stream()
                                .filter(text -> text.startsWith("["))
                                .count()
                        >= times);
    }

    private static FeedGap gap(long after, long before) {
        return new FeedGap(
                BTC,
                new FeedGap.Mark(after, Instant.ofEpochMilli(TIME + after)),
                new FeedGap.Mark(before, Instant.ofEpochMilli(TIME + before)));
    }

    private static String ticks(int... ids) {
        StringBuilder array = new StringBuilder("[");
        for (int id : ids) {
            array.append(array.length() > 1 ? "," : "")
                    .append(
                            "{\"market\":\"KRW-BTC\",\"timestamp\":%d,\"trade_price\":37625.0,\"trade_volume\":0.1,\"ask_bid\":\"ASK\",\"sequential_id\":%d}"
                                    .formatted(TIME + id, id));
        }
        return array.append("]").toString();
    }
}
