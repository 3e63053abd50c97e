package dev.moa.market.candle;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.moa.domain.candle.Interval;
import dev.moa.domain.instrument.InstrumentId;
import dev.moa.platform.json.OneOf;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;

/** Candles as {@code [time, open, high, low, close, volume]}, in order of time; the last one may still be running. */
@Serdeable
record ChartView(
        String instrument,

        @OneOf({"1m", "3m", "5m", "15m", "30m", "1h", "4h", "1d"})
        String interval,

        @JsonInclude(JsonInclude.Include.ALWAYS) List<@Size(min = 6, max = 6) List<String>> candles) {

    static ChartView of(InstrumentId instrument, Interval interval, List<StoredCandle> candles) {
        return new ChartView(
                instrument.toString(),
                interval.code(),
                candles.stream().map(ChartView::row).toList());
    }

    private static List<String> row(StoredCandle candle) {
        return List.of(
                candle.openTime().toString(),
                plain(candle.open()),
                plain(candle.high()),
                plain(candle.low()),
                plain(candle.close()),
                plain(candle.volume()));
    }

    private static String plain(BigDecimal value) {
        return value.toPlainString();
    }
}
