package dev.moa.market.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ColumnsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "time,open,high,low,close,volume",
                "\uFEFFdate,open,high,low,close,volume",
                ",Open,High,Low,Close,Volume",
                "\"Date\",\"Open\",\"High\",\"Low\",\"Close\",\"Volume\"",
                "timestamp, open, high, low, close, volume, trades",
                "time_ms,open,high,low,close,volume"
            })
    void candlesAreToldByTheirColumns(String header) {
        Columns columns = Columns.of(header);

        assertEquals(Columns.Kind.CANDLES, columns.kind());
        assertEquals(0, columns.time());
        assertEquals(5, columns.values()[4]);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "time,price,quantity",
                "ts,price,qty,side",
                "timestamp,price,size,side,trade_id",
                "trade_time_ms,price,amount",
                "DATE,PRICE,QTY"
            })
    void tradesAreToldByTheirColumns(String header) {
        Columns columns = Columns.of(header);

        assertEquals(Columns.Kind.TRADES, columns.kind());
        assertEquals(0, columns.time());
        assertEquals(2, columns.values()[1]);
    }

    @Test
    void theVenuesTimeGoesBeforeTheReceivers() {
        Columns columns = Columns.of("local_ts_ns,trade_time_ms,trade_id,price,qty,buyer_is_maker");

        assertEquals(1, columns.time());
        assertEquals(2, columns.tradeId());
        assertEquals(5, columns.buyerIsMaker());
    }

    @Test
    void aTimeWithinADayIsRefusedWithTheReason() {
        CannotReplay refusal = assertThrows(
                CannotReplay.class, () -> Columns.of("ms_of_day,price,size,exchange,sale_condition_hex,suspicious"));

        assertTrue(refusal.getMessage().contains("without saying which"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a,b,c",
                "time;open;high;low;close;volume",
                "price,quantity",
                "time,open,high,low,close",
                "20140327,1,0.99,0"
            })
    void otherHeadersAreRefused(String header) {
        assertThrows(CannotReplay.class, () -> Columns.of(header));
    }
}
