package dev.moa.market.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.moa.platform.settings.BadSetting;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FeedSettingsTest {
    @Test
    void feedsAreAListOrNone() {
        assertEquals(List.of("binance", "upbit"), FeedSettings.feeds("binance, upbit"));
        assertEquals(List.of(), FeedSettings.feeds("none"));
        assertEquals(List.of(), FeedSettings.feeds(""));
    }

    @Test
    void anUnknownFeedIsASentence() {
        BadSetting bad = assertThrows(BadSetting.class, () -> FeedSettings.feeds("binance,nasdaq"));

        assertEquals("MOA_FEEDS names nasdaq, but there are only binance, upbit and none.", bad.getMessage());
    }

    @Test
    void instrumentsMustBeNames() {
        assertEquals(2, FeedSettings.watch("BINANCE:BTCUSDT, UPBIT:KRW-BTC").size());
        assertTrue(FeedSettings.watch("").isEmpty());
        assertThrows(BadSetting.class, () -> FeedSettings.watch("BTCUSDT"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://localhost", "localhost:9443", "ws:", "wss://", "ftp://x", "ws://[bad", "not an address"})
    void anAddressThatCannotBeOneIsASentence(String text) {
        assertThrows(BadSetting.class, () -> FeedSettings.address("MOA_BROKER_BINANCE_WS_URL", text, "ws"));
    }

    @Test
    void anEmptyAddressIsTheVenuesOwn() {
        assertEquals(Optional.empty(), FeedSettings.address("X", "", "ws"));
        assertEquals(Optional.of(URI.create("ws://127.0.0.1:9")), FeedSettings.address("X", "ws://127.0.0.1:9", "ws"));
    }
}
