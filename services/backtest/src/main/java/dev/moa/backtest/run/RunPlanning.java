package dev.moa.backtest.run;

import dev.moa.domain.candle.Interval;
import dev.moa.domain.instrument.FeeRates;
import dev.moa.domain.instrument.InstrumentId;
import dev.moa.domain.instrument.VenueRules;
import dev.moa.domain.simulation.FillModel;
import dev.moa.domain.strategy.StrategySettings;
import dev.moa.domain.strategy.templates.StrategyTemplate;
import dev.moa.domain.value.Decimals;
import dev.moa.domain.value.InvalidValue;
import dev.moa.domain.value.Percent;
import dev.moa.platform.problem.Problem;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** Checks what was asked for and completes it into a plan. */
@Singleton
class RunPlanning {
    static final BigDecimal CASH = new BigDecimal("10000");

    private static final BigDecimal MOST_CASH = new BigDecimal("1000000000000000");
    private static final Instant EARLIEST = Instant.parse("1970-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

    private final CandleStore candles;

    RunPlanning(CandleStore candles) {
        this.candles = candles;
    }

    /**
     * The plan of this request.
     *
     * @throws InvalidValue naming the field that is wrong
     * @throws Problem 422 {@code no_candles}
     */
    RunPlan plan(BacktestRequest asked) {
        StrategyTemplate template = StrategyTemplate.of(asked.indicatorId());
        InstrumentId instrument = InstrumentId.parse(asked.instrument());
        StrategySettings standard = StrategySettings.DEFAULT;
        RunPlan wish = new RunPlan(
                template.id(),
                template.checked(asked.parameters() == null ? Map.of() : asked.parameters()),
                instrument.toString(),
                timeframe(asked.timeframe()),
                moment("from", asked.from(), EARLIEST),
                moment("to", asked.to(), LATEST),
                0,
                cash(asked.initialCash()),
                or(asked.investmentPct(), standard.investmentPct().value()),
                or(asked.longTpPct(), standard.longTakeProfitPct().value()),
                or(asked.longSlPct(), standard.longStopLossPct().value()),
                fill(asked.fill()),
                or(asked.slippageBp(), FillModel.NEXT_OPEN.slippageBp()),
                asked.feePct() == null ? venueFee(instrument) : fee(asked.feePct()));
        if (!wish.from().isBefore(wish.to())) {
            throw new InvalidValue("to", "must be after from");
        }
        wish.loop(new UUID(0, 0));
        return within(wish);
    }

    /** The same for the candles that are stored, so that what is collected later changes nothing. */
    private RunPlan within(RunPlan wish) {
        CandleStore.Span span = candles.span(wish);
        if (span.count() == 0) {
            throw Problem.refused(
                    "no_candles", "No candles of this instrument and timeframe are stored for the time asked for.");
        }
        return new RunPlan(
                wish.indicatorId(),
                wish.parameters(),
                wish.instrument(),
                wish.timeframe(),
                span.first(),
                wish.interval().closeTime(span.last()),
                span.count(),
                wish.initialCash(),
                wish.investmentPct(),
                wish.longTpPct(),
                wish.longSlPct(),
                wish.fill(),
                wish.slippageBp(),
                wish.feePct());
    }

    private static String timeframe(String code) {
        try {
            return Interval.of(code).code();
        } catch (InvalidValue refused) {
            throw new InvalidValue("timeframe", refused.problem());
        }
    }

    private static Instant moment(String field, Instant given, Instant otherwise) {
        Instant moment = Objects.requireNonNullElse(given, otherwise);
        if (moment.isBefore(EARLIEST) || moment.isAfter(LATEST)) {
            throw new InvalidValue(field, "must lie between 1970 and 2200");
        }
        return moment;
    }

    private static BigDecimal cash(BigDecimal given) {
        BigDecimal cash = Decimals.canonical("initial_cash", Objects.requireNonNullElse(given, CASH));
        if (cash.signum() <= 0 || cash.compareTo(MOST_CASH) > 0 || cash.scale() > 8) {
            throw new InvalidValue(
                    "initial_cash", "must be above 0, at most " + MOST_CASH + ", with at most 8 decimals");
        }
        return cash;
    }

    private static String fill(String given) {
        String name = Objects.requireNonNullElse(given, "next_open").toLowerCase(Locale.ROOT);
        if (!name.equals("next_open") && !name.equals("signal_close")) {
            throw new InvalidValue("fill", "must be next_open or signal_close");
        }
        return name;
    }

    private static BigDecimal fee(BigDecimal percent) {
        return new Percent(percent).within("fee_pct", "0", "10").value();
    }

    private static BigDecimal venueFee(InstrumentId instrument) {
        FeeRates fees = VenueRules.instrument(instrument).fees();
        return Decimals.canonical("fee_pct", fees.taker().movePointRight(2));
    }

    private static BigDecimal or(BigDecimal given, BigDecimal standard) {
        return given == null ? standard : Decimals.canonical("percent", given);
    }
}
