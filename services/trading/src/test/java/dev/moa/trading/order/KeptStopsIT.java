package dev.moa.trading.order;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.moa.testkit.Await;
import dev.moa.testkit.exchange.ExchangeOrder;
import dev.moa.testkit.exchange.Route;
import dev.moa.trading.reconciliation.BrokerSuite;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Stops at a broker that knows none wait with us and leave as plain orders; one that knows them keeps them. */
class KeptStopsIT {
    @TempDir
    Path keys;

    private BrokerSuite broker;

    private void start(Map<String, String> settings) {
        broker = new BrokerSuite(keys, settings);
    }

    @AfterEach
    void stop() {
        broker.close();
    }

    /** Buys one at 100. */
    private void hold() {
        String bought = broker.order("\"side\":\"BUY\",\"type\":\"LIMIT\",\"quantity\":\"1\",\"price\":\"100\"");
        broker.await(bought, "ACCEPTED");
        broker.there().fill(broker.onlyOpen(), "1", "100");
        broker.await(bought, "FILLED");
    }

    private List<ExchangeOrder> sells() {
        return broker.there().orders().stream()
                .filter(order -> order.side().equals("SELL"))
                .toList();
    }

    private ExchangeOrder sold(String order, String type, String price) {
        broker.await(order, "ACCEPTED");
        assertEquals(1, sells().size());
        ExchangeOrder there = sells().getFirst();
        assertEquals(type, there.type());
        broker.there().fill(there, "1", price);
        broker.await(order, "FILLED");
        return there;
    }

    @Test
    void aStopSleepsHereAcrossARestartAndLeavesOnceAsAMarketOrder() {
        start(Map.of());
        hold();
        String stop = broker.order(
                "\"side\":\"SELL\",\"type\":\"STOP\",\"quantity\":\"1\",\"stop_price\":\"90\",\"reduce_only\":true");
        broker.suite().price(BrokerSuite.BTC, "91");
        broker.restart("95");
        assertEquals("PENDING_NEW", broker.view(stop).at("status"));
        assertEquals(List.of(), sells());
        broker.suite().price(BrokerSuite.BTC, "89");
        broker.suite().price(BrokerSuite.BTC, "88");
        sold(stop, "MARKET", "88");
        broker.suite().price(BrokerSuite.BTC, "80");
        assertEquals(1, sells().size());
        assertTrue(broker.view(stop).at("transitions").toString().contains("stop price was reached"));
    }

    @Test
    void aStopThatWasPassedWhileTheProcessWasDownLeavesWhenThePriceIsKnown() {
        start(Map.of());
        hold();
        String stop = broker.order("\"side\":\"SELL\",\"type\":\"STOP\",\"quantity\":\"1\",\"stop_price\":\"90\"");
        broker.restart("85");
        sold(stop, "MARKET", "85");
    }

    @Test
    void aStopLimitLeavesAsALimitOrder() {
        start(Map.of());
        hold();
        String stop = broker.order("\"side\":\"SELL\",\"type\":\"STOP_LIMIT\",\"quantity\":\"1\",\"stop_price\":\"90\","
                + "\"price\":\"89\"");
        broker.suite().price(BrokerSuite.BTC, "90");
        sold(stop, "LIMIT", "89");
    }

    @Test
    void aTrailingStopFollowsAcrossARestart() {
        start(Map.of());
        hold();
        String stop =
                broker.order("\"side\":\"SELL\",\"type\":\"TRAILING_STOP\",\"quantity\":\"1\",\"trail_amount\":\"10\"");
        broker.suite().price(BrokerSuite.BTC, "120");
        Await.until("it followed", () -> "110".equals(broker.view(stop).at("stop_price")));
        broker.restart("115");
        assertEquals("110", broker.view(stop).at("stop_price"));
        assertEquals(List.of(), sells());
        broker.suite().price(BrokerSuite.BTC, "109");
        sold(stop, "MARKET", "109");
    }

    @Test
    void whatSleepsHereIsChangedAndCancelledHere() {
        start(Map.of());
        hold();
        String stop = broker.order("\"side\":\"SELL\",\"type\":\"STOP\",\"quantity\":\"1\",\"stop_price\":\"90\"");
        var changed = broker.person().put("/trading/orders/" + stop, "{\"stop_price\":\"80\"}");
        assertEquals(202, changed.status(), changed.raw().body());
        assertEquals("80", changed.at("stop_price"));
        broker.suite().price(BrokerSuite.BTC, "85");
        assertEquals("PENDING_NEW", broker.view(stop).at("status"));
        assertEquals(202, broker.person().delete("/trading/orders/" + stop).status());
        broker.await(stop, "CANCELLED");
        broker.suite().price(BrokerSuite.BTC, "70");
        assertEquals(List.of(), sells());
        assertEquals(0, broker.exchange().asked(Route.AMEND) + broker.exchange().asked(Route.CANCEL));
    }

    @Test
    void aBrokerThatKnowsStopsKeepsThemAndIsToldWhenTheyChange() {
        start(Map.of("MOA_BROKERS_STUB_STOPS", "true"));
        hold();
        String stop = broker.order("\"side\":\"SELL\",\"type\":\"STOP\",\"quantity\":\"1\",\"stop_price\":\"90\"");
        broker.await(stop, "ACCEPTED");
        ExchangeOrder there = sells().getFirst();
        assertEquals("STOP", there.type());
        assertEquals("90", there.stopPrice().toPlainString());
        var changed = broker.person().put("/trading/orders/" + stop, "{\"stop_price\":\"80\"}");
        assertEquals(202, changed.status(), changed.raw().body());
        Await.until(
                "it is changed there", () -> there.stopPrice().toPlainString().equals("80"));
        Await.until("it is changed here", () -> "80".equals(broker.view(stop).at("stop_price")));
        broker.suite().price(BrokerSuite.BTC, "70");
        assertEquals(1, sells().size(), "whoever keeps the stop sets it off");
    }

    @Test
    void theStopOfAPositionLeavesOnceAndWhatWouldSellTheSameGoesFirst() {
        start(Map.of());
        hold();
        String rival = broker.order("\"side\":\"SELL\",\"type\":\"LIMIT\",\"quantity\":\"1\",\"price\":\"150\"");
        broker.await(rival, "ACCEPTED");
        Object position = broker.person().get("/positions").at("items.0.position_id");
        var set = broker.person().put("/positions/" + position + "/protection", "{\"stop_loss\":\"90\"}");
        assertEquals(202, set.status(), set.raw().body());
        broker.restart("95");
        broker.suite().price(BrokerSuite.BTC, "89");
        broker.await(rival, "CANCELLED");
        broker.suite().price(BrokerSuite.BTC, "92");
        Await.until("the exit is at the broker", () -> sells().size() == 2);
        broker.suite().price(BrokerSuite.BTC, "88");
        assertEquals(2, sells().size());
        ExchangeOrder exit = sells().getLast();
        assertEquals("MARKET", exit.type());
        broker.there().fill(exit, "1", "88");
        Await.until(
                "it is closed",
                () -> Boolean.TRUE.equals(
                        broker.person().get("/positions/" + position).at("closed")));
        broker.suite().price(BrokerSuite.BTC, "87");
        assertEquals(2, sells().size());
    }
}
