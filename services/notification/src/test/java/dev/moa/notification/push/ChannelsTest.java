package dev.moa.notification.push;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ChannelsTest {
    @Test
    void onlyWhatTheInterfaceNamesIsAChannel() {
        for (String known : List.of(
                "positions",
                "orders",
                "portfolio",
                "ai_signals",
                "backtests",
                "market:BINANCE:BTCUSDT",
                "market:UPBIT:KRW-BTC",
                "market:*")) {
            assertTrue(Channels.isKnown(known), known);
        }
        for (String unknown : List.of(
                "",
                "Orders",
                "orders ",
                "market:",
                "market:BTC",
                "market:a:b",
                "market:BINANCE:*",
                "market:BINANCE:A\nB",
                "live:1",
                "sessions",
                "*")) {
            assertFalse(Channels.isKnown(unknown), unknown);
        }
    }

    @Test
    void whoHearsAnythingOfTheirOwnHearsTheirNotifications() {
        assertTrue(Channels.NONE.with(List.of("orders")).wants("notifications"));
        assertFalse(Channels.NONE.with(List.of("market:*")).wants("notifications"));
        assertFalse(Channels.NONE.with(List.of("orders")).wants("positions"));
    }

    @Test
    void subscribingTwiceAndLeavingWhatWasNotSubscribedChangesNothing() {
        Channels channels = Channels.NONE.with(List.of("orders", "orders", "market:BINANCE:BTCUSDT"));
        assertEquals(List.of("market:BINANCE:BTCUSDT", "orders"), channels.names());
        assertEquals(channels, channels.with(List.of("orders")).without(List.of("positions", "market:*")));
        assertEquals(Channels.NONE, channels.without(channels.names()));
    }

    @Test
    void oneConnectionHasAtMostTwoHundredInstruments() {
        List<String> many =
                IntStream.range(0, 200).mapToObj(i -> "market:X:S" + i).toList();
        assertFalse(Channels.NONE.with(many).isTooMany());
        assertTrue(Channels.NONE.with(many).with(List.of("market:X:ONE")).isTooMany());
    }
}
