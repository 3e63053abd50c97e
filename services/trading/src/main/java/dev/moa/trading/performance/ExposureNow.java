package dev.moa.trading.performance;

import dev.moa.domain.portfolio.CashBalance;
import dev.moa.domain.portfolio.Portfolio;
import dev.moa.domain.portfolio.Position;
import dev.moa.domain.value.Currency;
import dev.moa.domain.value.Decimals;
import dev.moa.trading.account.AccountLane;
import dev.moa.trading.performance.AnalyticsView.Exposure;
import dev.moa.trading.performance.AnalyticsView.ShareView;
import dev.moa.trading.report.ReportFilter;
import dev.moa.trading.snapshot.Snapshots;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Where the money lies now, read from the books that trade. */
@Singleton
class ExposureNow {
    private final Snapshots snapshots;

    ExposureNow(Snapshots snapshots) {
        this.snapshots = snapshots;
    }

    /** Sums of one report. */
    private static final class Sums {
        private final PersonScope scope;
        private final LocalDate today;
        private final Map<String, BigDecimal> instruments = new TreeMap<>();
        private final Map<String, BigDecimal> markets = new TreeMap<>();
        private final Map<String, BigDecimal> currencies = new TreeMap<>();
        private boolean known = true;

        Sums(PersonScope scope, LocalDate today) {
            this.scope = scope;
            this.today = today;
        }

        void add(Held held) {
            for (Map.Entry<Currency, BigDecimal> equity : held.equity().entrySet()) {
                Optional<BigDecimal> value = scope.counted(equity.getKey(), equity.getValue(), today);
                known &= value.isPresent();
                value.ifPresent(counted -> add(currencies, equity.getKey().code(), counted));
            }
            held.positions().forEach(this::addPart);
        }

        private void addPart(Part part) {
            scope.counted(part.currency(), part.value(), today).ifPresent(value -> {
                add(instruments, part.instrument(), value);
                add(markets, part.market(), value);
            });
        }

        private static void add(Map<String, BigDecimal> sums, String key, BigDecimal value) {
            if (value.signum() != 0) {
                sums.merge(key, value, (all, more) -> Decimals.canonical("sum", all.add(more)));
            }
        }

        BigDecimal equity() {
            return known ? currencies.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add) : null;
        }
    }

    private record Part(String instrument, String market, Currency currency, BigDecimal value) {}

    private record Held(Map<Currency, BigDecimal> equity, List<Part> positions) {}

    Exposure of(PersonScope scope) {
        Sums sums = new Sums(scope, snapshots.today());
        for (AccountLane lane : scope.lanes()) {
            sums.add(lane.call(turn -> held(turn.book(), scope.filter())));
        }
        BigDecimal equity = sums.equity();
        return new Exposure(
                equity,
                shares(sums.instruments, equity),
                shares(sums.markets, equity),
                shares(sums.currencies, equity));
    }

    private static Held held(Portfolio book, ReportFilter filter) {
        Map<Currency, BigDecimal> equity = new TreeMap<>();
        for (CashBalance balance : book.cash()) {
            equity.put(balance.currency(), book.equity(balance.currency()));
        }
        List<Part> parts = book.positions().stream()
                .filter(position -> filter.instrument() == null
                        || filter.instrument().equals(position.instrument().id().toString()))
                .map(position -> part(position, book))
                .toList();
        return new Held(equity, parts);
    }

    private static Part part(Position position, Portfolio book) {
        var instrument = position.instrument();
        return new Part(
                instrument.id().toString(),
                instrument.id().venue(),
                instrument.quote(),
                position.signedQuantity().multiply(book.markOf(position).value()));
    }

    private static List<ShareView> shares(Map<String, BigDecimal> sums, BigDecimal equity) {
        return sums.entrySet().stream()
                .map(part -> new ShareView(part.getKey(), part.getValue(), Analytics.percent(part.getValue(), equity)))
                .sorted(Comparator.comparing(ShareView::value).reversed())
                .toList();
    }
}
