package dev.moa.trading.performance;

import dev.moa.domain.performance.TradeTotals;
import dev.moa.domain.value.Decimals;
import dev.moa.trading.performance.AnalyticsView.GroupView;
import dev.moa.trading.performance.AnalyticsView.TradeView;
import dev.moa.trading.performance.TradeStore.By;
import dev.moa.trading.performance.TradeStore.Trade;
import dev.moa.trading.report.ReportFilter;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** Takes a person's results apart: by strategy and instrument, best and worst, and where the money lies. */
@Singleton
class Analytics {
    private static final int TRADES = 5;
    private static final int SCALE = 4;

    private final PersonScopes scopes;
    private final TradeStore trades;
    private final ExposureNow exposure;

    Analytics(PersonScopes scopes, TradeStore trades, ExposureNow exposure) {
        this.scopes = scopes;
        this.trades = trades;
        this.exposure = exposure;
    }

    AnalyticsView of(UUID userId, ReportFilter filter) {
        PersonScope scope = scopes.of(userId, filter);
        Map<String, String> names = trades.strategies(userId).stream()
                .collect(Collectors.toMap(strategy -> strategy.id().toString(), TradeStore.StrategyName::name));
        var now = exposure.of(scope);
        List<TradeView> best = extremes(scope, true);
        List<TradeView> worst = extremes(scope, false);
        List<GroupView> byStrategy = groups(scope, By.STRATEGY, names);
        List<GroupView> byInstrument = groups(scope, By.INSTRUMENT, Map.of());
        return new AnalyticsView(
                scope.currency().code(),
                scope.isConverted(),
                scope.missing(),
                now,
                best,
                worst,
                byStrategy,
                byInstrument);
    }

    private List<GroupView> groups(PersonScope scope, By by, Map<String, String> names) {
        Map<Optional<String>, TradeTotals> groups = new HashMap<>();
        for (TradeStore.TradeDay day : trades.trades(scope.trades(), by)) {
            scope.rate(day.currency(), day.day())
                    .filter(rate -> rate.signum() > 0)
                    .ifPresent(rate -> groups.merge(
                            Optional.ofNullable(day.key()), day.totals().times(rate), TradeTotals::plus));
        }
        return groups.entrySet().stream()
                .map(group -> view(group.getKey().orElse(null), names, group.getValue()))
                .sorted(Comparator.comparing(GroupView::profit).reversed())
                .toList();
    }

    private static GroupView view(String key, Map<String, String> names, TradeTotals totals) {
        return new GroupView(
                key,
                key == null ? null : names.get(key),
                totals.trades(),
                totals.wins(),
                totals.profit(),
                totals.winRatePct(),
                totals.profitFactor(),
                totals.expectancy(),
                totals.payoffRatio());
    }

    /** Only what gained is among the best, only what lost among the worst. */
    private List<TradeView> extremes(PersonScope scope, boolean best) {
        Comparator<TradeView> byProfit = Comparator.comparing(TradeView::profit);
        return trades.extremes(scope.trades(), best, TRADES).stream()
                .map(trade -> view(scope, trade))
                .flatMap(Optional::stream)
                .filter(trade -> trade.profit().signum() == (best ? 1 : -1))
                .sorted(best ? byProfit.reversed() : byProfit)
                .limit(TRADES)
                .toList();
    }

    private static Optional<TradeView> view(PersonScope scope, Trade trade) {
        LocalDate day = LocalDate.ofInstant(trade.closedAt(), scope.filter().zone());
        return scope.counted(trade.profit().currency(), trade.profit().amount(), day)
                .map(profit -> new TradeView(
                        trade.positionId(),
                        trade.accountId(),
                        trade.instrument(),
                        trade.direction(),
                        profit,
                        percent(trade.profit().amount(), trade.entryValue()),
                        trade.openedAt(),
                        trade.closedAt(),
                        Duration.between(trade.openedAt(), trade.closedAt()).toSeconds()));
    }

    static BigDecimal percent(BigDecimal part, BigDecimal whole) {
        return whole == null || whole.signum() == 0
                ? null
                : Decimals.canonical("percent", part.movePointRight(2).divide(whole, SCALE, RoundingMode.HALF_EVEN));
    }
}
