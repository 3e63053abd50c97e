package dev.moa.market.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.moa.domain.instrument.InstrumentId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InstrumentGuessTest {
    @ParameterizedTest
    @CsvSource({
        "btcusdt_usdm_trades_20240808.csv.gz, BINANCE:BTCUSDT",
        "btcusd_bitfinex_1m_2015.csv.gz, BINANCE:BTCUSDT",
        "BTCUSD_monthly.csv, BINANCE:BTCUSDT",
        "ETHUSDT.csv, BINANCE:ETHUSDT",
        "1763692800-4711-btcusdt_usdm_trades_20240808.csv.gz, BINANCE:BTCUSDT",
        "1763692800-4711-005930_1d.csv.gz, KRX:005930",
        "005930_1d.csv.gz, KRX:005930",
        "upbit_krw-btc_2024.csv, UPBIT:KRW-BTC",
        "KRW-ETH.csv.gz, UPBIT:KRW-ETH",
        "EURUSD_1h.csv.gz, -",
        "GOOG.csv, -",
        "spy_trades_20131008.csv.gz, -",
        "btcperp_ftx_1m_202201.csv.gz, -",
        "20240808.csv, -"
    })
    void onlyWhatCanHardlyMeanAnythingElseIsGuessed(String name, String instrument) {
        assertEquals(
                instrument,
                InstrumentGuess.from(name).map(InstrumentId::toString).orElse("-"));
    }
}
