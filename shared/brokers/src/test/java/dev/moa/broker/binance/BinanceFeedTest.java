package dev.moa.broker.binance;

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
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BinanceFeedTest {
    private static final InstrumentId BTC = new InstrumentId("BINANCE", "BTCUSDT");
    private static final InstrumentId ETH = new InstrumentId("BINANCE", "ETHUSDT");
    private static final long TIME = 1_723_161_256_000L;

    private final StubVenue venue = new StubVenue();
    private final RecordingListener heard = new RecordingListener();
    private final HttpClient http = HttpClient.newHttpClient();
    private BinanceFeed feed = feed(Duration.ofSeconds(30), Duration.ofHours(23));

    @AfterEach
    void close() {
        feed.close();
        venue.close();
        http.close();
    }

    @Test
    void tradesAndBooksOfTheCombinedStreamArrive() {
        open(BTC);
        assertTrue(venue.requests().getFirst().startsWith("/stream?streams=btcusdt@bookTicker/btcusdt@trade"));

        venue.send(trade(1));
        venue.send(
                "{\"stream\":\"btcusdt@bookTicker\",\"data\":{\"u\":4,\"s\":\"BTCUSDT\",\"b\":\"1.5\",\"B\":\"1\",\"a\":\"1.6\",\"A\":\"1\"}}");

        Await.until("both arrived", () -> heard.trades.size() == 1 && heard.books.size() == 1);
    }

    @Test
    void aMalformedMessageIsCountedAndTheNextOneArrives() {
        open(BTC);
        venue.send("{\"stream\":\"btcusdt@trade\",\"data\":{\"e\":\"trade\",\"p\":\"NaN\"}}");
        venue.send("}}}}");
        venue.send("[".repeat(5000));
        venue.send(trade(7).replace("BTCUSDT", "DOGEUSDT"));
        venue.send(trade(8));

        Await.until("the good one arrived", () -> heard.trades.size() == 1);
        assertEquals(8, heard.trades.getFirst().id());
        assertEquals(4, heard.unreadable.size());
        assertEquals(1, heard.connections.get());
    }

    @Test
    void aCutConnectionIsAwayOnceAndMadeAnew() {
        open(BTC);
        venue.refuse(true);
        venue.drop();
        Await.until("away", () -> heard.states.size() == 2);
        venue.refuse(false);
        reconnected(2);
        venue.send(trade(9));

        Await.until("arrives on the new one", () -> heard.trades.size() == 1);
        assertEquals("alive", heard.states.getLast());
        assertEquals(3, heard.states.size(), heard.states.toString());
    }

    @Test
    void aSilentConnectionIsGivenUp() {
        feed = feed(Duration.ofMillis(300), Duration.ofHours(23));
        venue.mute(true);
        feed.open(Set.of(BTC), heard);

        Await.until("a second connection", () -> venue.connected() >= 2);
        assertTrue(heard.states.stream().anyMatch(state -> state.startsWith("away: silent")));
    }

    @Test
    void theShutdownNoticeRenewsWithoutBeingAway() {
        open(BTC);
        venue.send("{\"e\":\"serverShutdown\",\"E\":1770123456789}");

        reconnected(2);
        assertTrue(heard.states.stream().allMatch("alive"::equals), heard.states.toString());
    }

    @Test
    void aConnectionIsRenewedBeforeTheVenueEndsIt() {
        feed = feed(Duration.ofSeconds(30), Duration.ofMillis(300));
        feed.open(Set.of(BTC), heard);

        reconnected(3);
        assertTrue(heard.states.stream().allMatch("alive"::equals), heard.states.toString());
    }

    @Test
    void anInstrumentAddedLaterIsSubscribedAlsoAfterAReconnect() {
        open(BTC);
        feed.watch(Set.of(BTC, ETH));
        Await.until("asked for", () -> venue.received().stream().anyMatch(text -> text.contains("\"ethusdt@trade\"")));
        venue.send(trade(1).replace("BTCUSDT", "ETHUSDT"));
        Await.until("arrived", () -> heard.trades.size() == 1);

        venue.drop();
        reconnected(2);
        assertTrue(venue.requests().getLast().contains("ethusdt@trade"));
    }

    @Test
    void aVenueThatIsNotThereIsAwayAndNothingElse() {
        venue.close();
        feed.open(Set.of(BTC), heard);

        Await.until("away", () -> !heard.states.isEmpty());
        assertEquals("away: connection refused", heard.states.getFirst());
    }

    @Test
    void aGapIsClosedFromRecentAndOlderTrades() {
        venue.answer(target -> target.startsWith("/api/v3/trades?symbol=BTCUSDT")
                ? Optional.of(oldTrades(2500, 3499))
                : target.contains("fromId=11&") || target.endsWith("fromId=11")
                        ? Optional.of(oldTrades(11, 1010))
                        : target.endsWith("fromId=1011")
                                ? Optional.of(oldTrades(1011, 2010))
                                : target.endsWith("fromId=2011")
                                        ? Optional.of(oldTrades(2011, 3010))
                                        : Optional.empty());

        var recovered = feed.tradesWithin(gap(10, 3000));

        assertTrue(recovered.complete());
        assertEquals(2989, recovered.trades().size());
        assertEquals(
                LongStream.range(11, 3000).boxed().toList(),
                recovered.trades().stream().map(MarketTrade::id).toList());
    }

    @Test
    void aGapTooLongToAskForStaysOpen() {
        assertFalse(feed.tradesWithin(gap(10, 5_000_000)).complete());
        assertTrue(venue.requests().isEmpty());
    }

    @Test
    void onlyTheVenueKnowsWhatItLists() {
        venue.answer(target -> target.endsWith("symbol=BTCUSDT")
                ? Optional.of("{\"symbols\":[{\"symbol\":\"BTCUSDT\"}]}")
                : Optional.empty());

        assertTrue(feed.lists(BTC));
        assertFalse(feed.lists(ETH));
        assertFalse(feed.lists(new InstrumentId("UPBIT", "KRW-BTC")));
    }

    private void open(InstrumentId instrument) {
        feed.open(Set.of(instrument), heard);
        reconnected(1);
    }

    private void reconnected(int times) {
        Await.until("connection " + times, () -> heard.connections.get() >= times && venue.open() >= 1);
        Await.until("alive", () -> {
            venue.ping();
            return heard.states.contains("alive") && heard.states.getLast().equals("alive");
        });
    }

    private BinanceFeed feed(Duration silence, Duration renewal) {
        SocketSettings quick = new SocketSettings(
                Duration.ofSeconds(10), silence, renewal, Duration.ofMillis(20), Duration.ofMillis(100));
        return new BinanceFeed(http, new BinanceSettings(venue.stream(), venue.http(), quick, 20_000));
    }

    private static FeedGap gap(long after, long before) {
        Instant time = Instant.ofEpochMilli(TIME);
        return new FeedGap(BTC, new FeedGap.Mark(after, time), new FeedGap.Mark(before, time));
    }

    private static String trade(long id) {
        return "{\"stream\":\"btcusdt@trade\",\"data\":{\"e\":\"trade\",\"E\":%d,\"s\":\"BTCUSDT\",\"t\":%d,\"p\":\"61800.30\",\"q\":\"0.006\",\"T\":%d,\"m\":false,\"M\":true}}"
                .formatted(TIME, id, TIME);
    }

    private static String oldTrades(long first, long last) {
        return LongStream.rangeClosed(first, last)
                .mapToObj(id ->
                        "{\"id\":%d,\"price\":\"4.0\",\"qty\":\"1.0\",\"quoteQty\":\"4\",\"time\":%d,\"isBuyerMaker\":true}"
                                .formatted(id, TIME))
                .collect(Collectors.joining(",", "[", "]"));
    }
}
