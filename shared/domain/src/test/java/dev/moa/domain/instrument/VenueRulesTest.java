package dev.moa.domain.instrument;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.moa.domain.value.InvalidValue;
import dev.moa.domain.value.Price;
import dev.moa.domain.value.Quantity;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VenueRulesTest {
    @ParameterizedTest
    @CsvSource({
        "BINANCE:BTCUSDT, BTC, USDT, 0.00001, 5, 0.001",
        "BINANCE:ETHBTC, ETH, BTC, 0.00000001, 0, 0.001",
        "BINANCE:1000SATSUSDT, 1000SATS, USDT, 0.00000001, 0, 0.001",
        "BINANCE_FUTURES:BTCUSDT, BTC, USDT, 0.001, 5, 0.0005",
        "OKX:BTC-USDT, BTC, USDT, 0.00000001, 0, 0.001",
        "UPBIT:KRW-BTC, BTC, KRW, 0.00000001, 5000, 0.0005",
        "UPBIT:USDT-ETH, ETH, USDT, 0.00000001, 0.5, 0.0025",
        "KRX:005930, 005930, KRW, 1, 0, 0.00015",
        "NASDAQ:GOOG, GOOG, USD, 1, 0, 0.001",
        "BITFINEX:BTCUSD, BTC, USD, 0.00000001, 0, 0.001",
        "FTX:BTC-PERP, BTCPERP, USD, 0.00000001, 0, 0.001",
        "FX:EUR/USD, EUR, USD, 0.00000001, 0, 0.001",
        "ODD:USDT, USDT, USD, 0.00000001, 0, 0.001",
        "UPBIT:ODD, ODD, KRW, 0.00000001, 5000, 0.0005",
        "ODD:A---, A, USD, 0.00000001, 0, 0.001",
    })
    void everyNameHasAnInstrument(String name, String base, String quote, String step, String minimum, String taker) {
        Instrument instrument = VenueRules.instrument(InstrumentId.parse(name));
        assertEquals(name, instrument.id().toString());
        assertEquals(base, instrument.base().code());
        assertEquals(quote, instrument.quote().code());
        assertEquals(new BigDecimal(step), instrument.quantityStep());
        assertEquals(new BigDecimal(minimum), instrument.minNotional());
        assertEquals(new BigDecimal(taker), instrument.fees().taker());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "BTCUSDT",
                ":BTC",
                "BINANCE:",
                "binance:BTCUSDT",
                "BINANCE:btc usdt",
                "A:B:C",
                "1X:Y",
                "A:../B'"
            })
    void whatIsNotVenueAndSymbolIsRefused(String text) {
        assertEquals(
                "instrument",
                assertThrows(InvalidValue.class, () -> InstrumentId.parse(text)).field());
    }

    @Test
    void quantitiesLieOnTheStep() {
        Instrument btc = VenueRules.instrument(InstrumentId.parse("BINANCE:BTCUSDT"));
        assertTrue(btc.allows(Quantity.of("0.00012")));
        assertFalse(btc.allows(Quantity.of("0.000121")));
        assertFalse(btc.allows(Quantity.ZERO));
        assertEquals(Quantity.of("0.00012"), btc.roundDown(new BigDecimal("0.000129")));
        assertEquals(Quantity.ZERO, btc.roundDown(new BigDecimal("-1")));
    }

    @Test
    void whatABudgetPaysForLeavesRoomForTheFee() {
        Instrument stock =
                VenueRules.instrument(InstrumentId.parse("KRX:005930")).withFees(FeeRates.of("0.01"));
        assertEquals(Quantity.of("9"), stock.affordable(new BigDecimal("1000"), Price.of("100")));
        assertEquals(Quantity.of("10"), stock.affordable(new BigDecimal("1010"), Price.of("100")));
        assertEquals(Quantity.ZERO, stock.affordable(new BigDecimal("100"), Price.of("100")));
    }
}
