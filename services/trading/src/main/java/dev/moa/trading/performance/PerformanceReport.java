package dev.moa.trading.performance;

import dev.moa.domain.performance.CashFlow;
import dev.moa.domain.performance.DayValue;
import dev.moa.domain.performance.Growth;
import dev.moa.domain.performance.GrowthMeter;
import dev.moa.domain.performance.MoneyWeighted;
import dev.moa.domain.performance.TradeTotals;
import dev.moa.trading.performance.AccountDays.Series;
import dev.moa.trading.performance.Day.Activity;
import dev.moa.trading.performance.PerformanceView.CurveView;
import dev.moa.trading.report.ReportFilter;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** The figures of a person's trading over a period. */
@Singleton
class PerformanceReport {
    private final PersonScopes scopes;
    private final AccountDays accountDays;
    private final TradeStore trades;

    PerformanceReport(PersonScopes scopes, AccountDays accountDays, TradeStore trades) {
        this.scopes = scopes;
        this.accountDays = accountDays;
        this.trades = trades;
    }

    /** What follows from the equity; null figures with a reason when it is not known for every day. */
    private record Equity(
            String reason,
            BigDecimal start,
            BigDecimal end,
            BigDecimal deposits,
            BigDecimal withdrawals,
            Growth growth,
            MoneyWeighted moneyWeighted,
            List<CurveView> curve) {
        static Equity unknown(String reason) {
            Growth none = new GrowthMeter(BigDecimal.ZERO).result();
            return new Equity(reason, null, null, null, null, none, new MoneyWeighted(null, null, reason), List.of());
        }

        BigDecimal profit() {
            return end == null ? null : PeriodRows.profit(start, end, deposits, withdrawals);
        }
    }

    PerformanceView of(UUID userId, ReportFilter filter) {
        PersonScope scope = scopes.of(userId, filter);
        Series series = accountDays.of(scope);
        TradeTotals totals = totals(scope);
        TradeStore.HoldingTimes held = trades.holdingTimes(scope.trades());
        Equity equity = equity(scope, series);
        Activity activity = series.days().stream().map(Day::activity).reduce(Activity.NONE, Activity::plus);
        Growth growth = equity.growth();
        var drawdown = growth.drawdown();
        boolean known = equity.reason() == null;
        return new PerformanceView(
                scope.currency().code(),
                scope.isConverted(),
                series.from(),
                series.to(),
                series.days().size(),
                equity.reason(),
                scope.missing(),
                equity.start(),
                equity.end(),
                equity.deposits(),
                equity.withdrawals(),
                equity.profit(),
                activity.realized(),
                activity.fees(),
                activity.taxes(),
                activity.fills(),
                growth.timeWeightedPct(),
                equity.moneyWeighted().ratePct(),
                equity.moneyWeighted().periodPct(),
                equity.moneyWeighted().reason(),
                growth.cagrPct(),
                growth.annualReturnPct(),
                growth.annualVolatilityPct(),
                growth.sharpe(),
                growth.sharpeGeometric(),
                growth.sortino(),
                growth.sortinoGeometric(),
                growth.calmar(),
                known ? PeriodRows.percent(drawdown.depth()) : null,
                drawdown.peakAt(),
                drawdown.troughAt(),
                drawdown.recoveredAt(),
                known ? growth.exposurePct() : null,
                known ? growth.inMarketPct() : null,
                totals.trades(),
                totals.wins(),
                totals.losses(),
                totals.winRatePct(),
                totals.profitFactor(),
                totals.expectancy(),
                totals.payoffRatio(),
                totals.averageWin(),
                totals.averageLoss(),
                held.averageSeconds(),
                held.medianSeconds(),
                equity.curve());
    }

    private TradeTotals totals(PersonScope scope) {
        return trades.trades(scope.trades(), TradeStore.By.ALL).stream()
                .map(day -> scope.rate(day.currency(), day.day())
                        .filter(rate -> rate.signum() > 0)
                        .map(day.totals()::times)
                        .orElse(TradeTotals.NONE))
                .reduce(TradeTotals.NONE, TradeTotals::plus);
    }

    private static Equity equity(PersonScope scope, Series series) {
        if (scope.filter().isPartial()) {
            return Equity.unknown("filtered");
        }
        List<Day> days = series.days();
        if (days.isEmpty()) {
            return Equity.unknown("no_history");
        }
        if (series.start() == null || days.stream().map(Day::value).anyMatch(Objects::isNull)) {
            return Equity.unknown("rates_missing");
        }
        GrowthMeter meter = new GrowthMeter(series.start());
        List<CurveView> curve = new ArrayList<>(days.size());
        List<CashFlow> flows = new ArrayList<>();
        flows.add(new CashFlow(series.from().minusDays(1), series.start().negate()));
        BigDecimal deposits = BigDecimal.ZERO;
        BigDecimal withdrawals = BigDecimal.ZERO;
        for (Day day : days) {
            DayValue value = day.value();
            meter.add(value);
            flows.add(new CashFlow(day.day(), value.flow().negate()));
            deposits = deposits.add(value.deposits());
            withdrawals = withdrawals.add(value.withdrawals());
            curve.add(new CurveView(
                    day.day(),
                    value.equity(),
                    value.flow(),
                    PeriodRows.percent(meter.index().subtract(BigDecimal.ONE)),
                    PeriodRows.percent(meter.depth()),
                    !day.isOver()));
        }
        BigDecimal end = days.getLast().value().equity();
        flows.add(new CashFlow(series.to(), end));
        return new Equity(
                null, series.start(), end, deposits, withdrawals, meter.result(), MoneyWeighted.of(flows), curve);
    }

    /** The rows of the period, newest first. */
    PeriodView.Rows rows(UUID userId, ReportFilter filter, Period period) {
        PersonScope scope = scopes.of(userId, filter);
        Series series = accountDays.of(scope);
        List<PeriodView> rows = PeriodRows.of(series, period);
        String reason = filter.isPartial() ? "filtered" : scope.missing().isEmpty() ? null : "rates_missing";
        return new PeriodView.Rows(
                scope.currency().code(), scope.isConverted(), reason, scope.missing(), rows.reversed());
    }
}
