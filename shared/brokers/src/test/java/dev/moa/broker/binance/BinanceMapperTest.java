package dev.moa.broker.binance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.moa.broker.MarketTrade;
import dev.moa.broker.MarketTrade.Taker;
import dev.moa.broker.Payloads;
import dev.moa.broker.http.UnreadableMessage;
import dev.moa.domain.instrument.InstrumentId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BinanceMapperTest {
    private final Payloads recorded = new Payloads("binance-public-payloads.json");

    @Test
    void aRecordedTradeIsReadToTheLastDigit() {
        MarketTrade trade = BinanceMapper.trade(
                assertInstanceOf(BinanceMessages.Trade.class, BinanceMapper.message(recorded.text("trade"))));

        assertEquals(
                new MarketTrade(
                        new InstrumentId("BINANCE", "BNBBTC"),
                        12345,
                        Instant.ofEpochMilli(1672515782136L),
                        new BigDecimal("0.001"),
                        new BigDecimal("100"),
                        Taker.SELLER),
                trade);
    }

    @Test
    void aRecordedBookTickerHasNoEventNameAndIsRecognised() {
        var top = BinanceMapper.book(assertInstanceOf(
                        BinanceMessages.BookTicker.class, BinanceMapper.message(recorded.text("book_ticker"))))
                .orElseThrow();

        assertEquals("BINANCE:BNBUSDT", top.instrument().toString());
        assertEquals(new BigDecimal("25.35190000"), top.bid());
        assertEquals(new BigDecimal("25.36520000"), top.ask());
    }

    @Test
    void recordedOldTradesAreRead() {
        List<BinanceMessages.OldTrade> trades = BinanceMapper.oldTrades(recorded.value("recent_trades"));

        assertEquals(28457, trades.getFirst().id());
        assertEquals(new BigDecimal("4.00000100"), trades.getFirst().price());
    }

    @Test
    void anEventThatWasNotAskedForIsUnreadable() {
        assertThrows(UnreadableMessage.class, () -> BinanceMapper.message(recorded.text("agg_trade")));
    }

    @Test
    void aBookWithOneSideIsNoQuote() {
        var ticker = (BinanceMessages.BookTicker)
                BinanceMapper.message("{\"u\":1,\"s\":\"BTCUSDT\",\"b\":\"0.00\",\"B\":\"0\",\"a\":\"1\",\"A\":\"1\"}");

        assertTrue(BinanceMapper.book(ticker).isEmpty());
    }

    @Test
    void repliesAndTheShutdownAreTold() {
        assertEquals(new BinanceMessages.Reply(null), BinanceMapper.message("{\"result\":null,\"id\":1}"));
        assertInstanceOf(
                BinanceMessages.ServerShutdown.class, BinanceMapper.message("{\"e\":\"serverShutdown\",\"E\":1}"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"e\":\"trade\",\"s\":\"BTCUSDT\",\"t\":1,\"p\":\"-1\",\"q\":\"1\",\"T\":1672515782136,\"m\":true}",
                "{\"e\":\"trade\",\"s\":\"BTCUSDT\",\"t\":1,\"p\":\"1\",\"q\":\"1\",\"T\":1,\"m\":true}",
                "{\"e\":\"trade\",\"s\":\"BTCUSDT\",\"p\":\"1\",\"q\":\"1\",\"T\":1672515782136,\"m\":true}",
                "{\"e\":\"trade\",\"s\":\"BTC/../\",\"t\":1,\"p\":\"1\",\"q\":\"1\",\"T\":1672515782136,\"m\":true}",
                "{\"stream\":\"x\",\"data\":[]}",
                "[]",
                "{}"
            })
    void whatIsNotADocumentedMessageIsUnreadable(String text) {
        assertThrows(UnreadableMessage.class, () -> {
            if (BinanceMapper.message(text) instanceof BinanceMessages.Trade trade) {
                BinanceMapper.trade(trade);
            }
        });
    }
}
