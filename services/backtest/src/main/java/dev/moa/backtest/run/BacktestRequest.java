package dev.moa.backtest.run;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;

/**
 * A run as people ask for it; what is left out takes its default.
 *
 * @param from the first stored candle if left out
 * @param to candles that open before it are played; the last stored candle is the last one if left out
 * @param initialCash in the instrument's quote currency
 * @param fill next_open (default) or signal_close
 * @param feePct percent of each trade's value, the venue's if left out
 */
@Serdeable
record BacktestRequest(
        @Nullable @Size(max = 80) @Pattern(regexp = "\\P{Cntrl}*", message = "must not have control characters")
        String name,

        @NotBlank @Size(max = 40) String indicatorId,
        @Nullable @Size(max = 20) Map<String, BigDecimal> parameters,
        @NotBlank @Size(max = 60) String instrument,
        @NotBlank @Size(max = 4) String timeframe,
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable BigDecimal initialCash,
        @Nullable BigDecimal investmentPct,
        @Nullable BigDecimal longTpPct,
        @Nullable BigDecimal longSlPct,
        @Nullable @Size(max = 20) String fill,
        @Nullable BigDecimal slippageBp,
        @Nullable BigDecimal feePct) {}
