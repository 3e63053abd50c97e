package dev.moa.backtest.run;

import dev.moa.domain.candle.Interval;
import dev.moa.domain.instrument.FeeRates;
import dev.moa.domain.instrument.Instrument;
import dev.moa.domain.instrument.InstrumentId;
import dev.moa.domain.instrument.VenueRules;
import dev.moa.domain.risk.RiskLimits;
import dev.moa.domain.simulation.BacktestLoop;
import dev.moa.domain.simulation.FillModel;
import dev.moa.domain.strategy.StrategyRun;
import dev.moa.domain.strategy.StrategySettings;
import dev.moa.domain.strategy.templates.StrategyTemplate;
import dev.moa.domain.value.Money;
import dev.moa.domain.value.Percent;
import dev.moa.domain.value.StrategyId;
import dev.moa.platform.json.OneOf;
import io.micronaut.serde.annotation.Serdeable;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/**
 * Everything that decides what a run finds, complete and checked; stored with the run and shown as its request.
 *
 * @param from open time of the first candle wanted
 * @param to candles that open before it are played
 * @param candles how many there were when the run was asked for
 * @param feePct percent of each trade's value
 */
@Serdeable
public record RunPlan(
        String indicatorId,
        Map<String, BigDecimal> parameters,
        String instrument,

        @OneOf({"1m", "3m", "5m", "15m", "30m", "1h", "4h", "1d"})
        String timeframe,

        Instant from,
        Instant to,
        long candles,
        BigDecimal initialCash,
        BigDecimal investmentPct,
        BigDecimal longTpPct,
        BigDecimal longSlPct,

        @OneOf({"next_open", "signal_close"}) String fill,

        BigDecimal slippageBp,
        BigDecimal feePct) {

    Interval interval() {
        return Interval.of(timeframe);
    }

    /** A fresh loop that will find the same whenever it is given the same candles. */
    BacktestLoop loop(UUID runId) {
        Instrument traded = traded();
        StrategyRun run = new StrategyRun(
                new StrategyId(runId), traded, StrategyTemplate.of(indicatorId).create(parameters), settings());
        return new BacktestLoop(run, interval(), new Money(initialCash, traded.quote()), RiskLimits.NONE, fillModel());
    }

    private Instrument traded() {
        BigDecimal rate = feePct.movePointLeft(2);
        return VenueRules.instrument(InstrumentId.parse(instrument)).withFees(new FeeRates(rate, rate));
    }

    private StrategySettings settings() {
        return StrategySettings.longOnly(new Percent(investmentPct), new Percent(longTpPct), new Percent(longSlPct));
    }

    private FillModel fillModel() {
        FillModel model = FillModel.Timing.valueOf(fill.toUpperCase(Locale.ROOT)) == FillModel.Timing.NEXT_OPEN
                ? FillModel.NEXT_OPEN
                : FillModel.SIGNAL_CLOSE;
        return model.withSlippage(slippageBp);
    }
}
