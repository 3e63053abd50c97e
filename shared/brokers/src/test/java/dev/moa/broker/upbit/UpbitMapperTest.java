package dev.moa.broker.upbit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.moa.broker.MarketTrade;
import dev.moa.broker.MarketTrade.Taker;
import dev.moa.broker.Payloads;
import dev.moa.broker.http.UnreadableMessage;
import dev.moa.domain.instrument.InstrumentId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UpbitMapperTest {
    private final Payloads recorded = new Payloads("upbit-public-payloads.json");

    @Test
    void aRecordedTradeIsReadToTheLastDigit() {
        MarketTrade trade = UpbitMapper.trade(
                assertInstanceOf(UpbitMessages.Trade.class, UpbitMapper.message(recorded.text("trade"))));

        assertEquals(
                new MarketTrade(
                        new InstrumentId("UPBIT", "KRW-ETH"),
                        1696585056846000L,
                        Instant.ofEpochMilli(1696585056846L),
                        new BigDecimal("37625"),
                        new BigDecimal("0.00008428"),
                        Taker.SELLER),
                trade);
    }

    @Test
    void theBestOfTheBookIsItsFirstUnit() {
        var book = (UpbitMessages.Orderbook) UpbitMapper.message("""
                {"type":"orderbook","code":"KRW-BTC","timestamp":1751606867762,"orderbook_units":[
                {"ask_price":148520000,"bid_price":148490000,"ask_size":0.0134662,"bid_size":0.04296774},
                {"ask_price":148590000,"bid_price":148480000,"ask_size":0.00075646,"bid_size":0.00336561}]}""");

        assertEquals(new BigDecimal("148490000"), UpbitMapper.book(book).bid());
        assertEquals(new BigDecimal("148520000"), UpbitMapper.book(book).ask());
    }

    @Test
    void aTypeThatWasNotAskedForIsUnreadable() {
        assertThrows(UnreadableMessage.class, () -> UpbitMapper.message(recorded.text("ticker")));
    }

    @Test
    void refusalsAndTheHeartbeatAreTold() {
        assertEquals(new UpbitMessages.Status("UP"), UpbitMapper.message("{\"status\":\"UP\"}"));
        assertEquals(
                new UpbitMessages.Refusal("NO_CODES"),
                UpbitMapper.message("{\"error\":{\"name\":\"NO_CODES\",\"message\":\"x\"}}"));
    }

    @Test
    void oneRequestNamesEverythingThatIsWanted() {
        UUID ticket = new UUID(1, 2);
        String request = UpbitMapper.subscription(
                ticket, List.of(new InstrumentId("UPBIT", "KRW-ETH"), new InstrumentId("UPBIT", "KRW-BTC")));

        assertEquals(
                "[{\"ticket\":\"" + ticket + "\"},{\"type\":\"trade\",\"codes\":[\"KRW-BTC\",\"KRW-ETH\"]},"
                        + "{\"type\":\"orderbook\",\"codes\":[\"KRW-BTC\",\"KRW-ETH\"]},{\"format\":\"DEFAULT\"}]",
                request);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"type\":\"trade\",\"code\":\"KRW-BTC\"}",
                "{\"type\":\"orderbook\",\"code\":\"KRW-BTC\",\"orderbook_units\":[]}",
                "{\"type\":\"orderbook\",\"code\":\"KRW-BTC\",\"orderbook_units\":7}",
                "{\"type\":7}",
                "{\"error\":\"x\"}",
                "{}",
                "null"
            })
    void whatIsNotADocumentedMessageIsUnreadable(String text) {
        assertThrows(UnreadableMessage.class, () -> UpbitMapper.message(text));
    }
}
