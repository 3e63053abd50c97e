package dev.moa.backtest.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.moa.backtest.BacktestSuite;
import dev.moa.backtest.Walk;
import dev.moa.domain.candle.Interval;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

class LongRunIT {
    private static final Logger LOG = LoggerFactory.getLogger(LongRunIT.class);
    private static final int MINUTES = 366_000;

    @Test
    void aLeapYearOfMinutesIsPlayedWhole() {
        try (BacktestSuite suite = new BacktestSuite(Map.of())) {
            suite.store("BINANCE:BTCUSDT", Interval.M1, Walk.candles(Interval.M1, MINUTES));
            var found = suite.person("ann").ended("""
                    {"indicator_id":"ema_crossover","instrument":"BINANCE:BTCUSDT","timeframe":"1m"}""");
            assertEquals("COMPLETED", found.at("status"));
            assertEquals(MINUTES, found.at("figures.candles"));
            Duration took = Duration.between(time(found.at("started_at")), time(found.at("finished_at")));
            LOG.info("{} candles, {} trades: {} ms", MINUTES, found.at("figures.trade_count"), took.toMillis());
        }
    }

    private static Instant time(Object text) {
        return Instant.parse((String) text);
    }
}
