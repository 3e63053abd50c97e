package dev.moa.trading.performance;

import dev.moa.domain.performance.DayValue;
import dev.moa.domain.portfolio.CashBalance;
import dev.moa.domain.portfolio.Portfolio;
import dev.moa.domain.portfolio.Position;
import dev.moa.domain.value.Currency;
import dev.moa.trading.account.AccountLane;
import dev.moa.trading.account.LaneTurn;
import dev.moa.trading.performance.Day.Activity;
import dev.moa.trading.report.ReportFilter;
import dev.moa.trading.snapshot.DaySnapshot.Amounts;
import dev.moa.trading.snapshot.FlowDay;
import dev.moa.trading.snapshot.Snapshots;
import dev.moa.trading.snapshot.StoredDay;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The days of a person's accounts in one currency: those that are over from their snapshots, today from the books themselves. */
@Singleton
class AccountDays {
    /** A turn that shares its transaction with a deposit has it in the book and not yet in the ledger. */
    private static final int TRIES = 20;

    private final Snapshots snapshots;
    private final TradeStore trades;

    AccountDays(Snapshots snapshots, TradeStore trades) {
        this.snapshots = snapshots;
        this.trades = trades;
    }

    /** @param start the equity before the first day, zero when there was none; null when unknown, as in {@link Day#value} */
    record Series(BigDecimal start, LocalDate from, LocalDate to, List<Day> days) {}

    /** Sums of one day in the report's currency; unknown as soon as a rate was missing. */
    private static final class Sum {
        private BigDecimal equity = BigDecimal.ZERO;
        private BigDecimal deposits = BigDecimal.ZERO;
        private BigDecimal withdrawals = BigDecimal.ZERO;
        private BigDecimal invested = BigDecimal.ZERO;
        private boolean known = true;

        void add(PersonScope scope, LocalDate day, Amounts amounts) {
            equity = plus(equity, scope.counted(amounts.currency(), amounts.equity(), day));
            deposits = plus(deposits, scope.counted(amounts.currency(), amounts.deposits(), day));
            withdrawals = plus(withdrawals, scope.counted(amounts.currency(), amounts.withdrawals(), day));
            invested = plus(invested, scope.counted(amounts.currency(), amounts.invested(), day));
        }

        private BigDecimal plus(BigDecimal sum, Optional<BigDecimal> more) {
            known &= more.isPresent();
            return more.map(sum::add).orElse(sum);
        }

        DayValue of(LocalDate day) {
            return known ? new DayValue(day, equity, deposits, withdrawals, invested) : null;
        }
    }

    Series of(PersonScope scope) {
        ReportFilter filter = scope.filter();
        LocalDate today = snapshots.today();
        scope.lanes().forEach(lane -> snapshots.take(lane, today));
        LocalDate first = first(scope);
        if (filter.from() != null && filter.from().isAfter(first)) {
            first = filter.from();
        }
        LocalDate last = filter.to() == null || filter.to().isAfter(today) ? today : filter.to();
        NavigableMap<LocalDate, Sum> sums = filter.isPartial() ? new TreeMap<>() : sums(scope, first, last, today);
        Map<LocalDate, Activity> activity = activity(scope);
        List<Day> days = new ArrayList<>();
        for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
            Sum sum = sums.get(day);
            days.add(new Day(
                    day,
                    sum == null ? null : sum.of(day),
                    activity.getOrDefault(day, Activity.NONE),
                    day.isBefore(today)));
        }
        return new Series(start(sums, first, filter), first, last, days);
    }

    private static BigDecimal start(NavigableMap<LocalDate, Sum> sums, LocalDate first, ReportFilter filter) {
        Sum before = sums.get(first.minusDays(1));
        if (filter.isPartial() || before != null && !before.known) {
            return null;
        }
        return before == null ? BigDecimal.ZERO : before.equity;
    }

    private LocalDate first(PersonScope scope) {
        return scope.lanes().stream()
                .map(lane -> LocalDate.ofInstant(
                        lane.account().createdAt(), scope.filter().zone()))
                .min(LocalDate::compareTo)
                .orElseThrow();
    }

    private NavigableMap<LocalDate, Sum> sums(PersonScope scope, LocalDate first, LocalDate last, LocalDate today) {
        NavigableMap<LocalDate, Sum> sums = new TreeMap<>();
        for (StoredDay row : snapshots.days(scope.accounts(), first.minusDays(1), last)) {
            sums.computeIfAbsent(row.day(), any -> new Sum()).add(scope, row.day(), row.amounts());
        }
        if (!last.isBefore(today)) {
            Sum now = sums.computeIfAbsent(today, any -> new Sum());
            scope.lanes().forEach(lane -> now(scope, lane, today).forEach(row -> now.add(scope, today, row)));
        }
        return sums;
    }

    private List<Amounts> now(PersonScope scope, AccountLane lane, LocalDate today) {
        List<Amounts> found = null;
        for (int i = 0; i < TRIES && found == null; i++) {
            boolean lastTry = i == TRIES - 1;
            found = lane.call(turn -> turn.journal().isEmpty() || lastTry ? now(scope, turn, today) : null);
        }
        return found;
    }

    private List<Amounts> now(PersonScope scope, LaneTurn turn, LocalDate today) {
        Map<Currency, FlowDay> flows = snapshots.flows(turn.account().id(), today).stream()
                .filter(flow -> flow.day().equals(today))
                .collect(Collectors.toMap(FlowDay::currency, flow -> flow));
        return turn.book().cash().stream()
                .map(balance -> now(turn.book(), balance, flows.get(balance.currency())))
                .toList();
    }

    private static Amounts now(Portfolio book, CashBalance balance, FlowDay flow) {
        Currency currency = balance.currency();
        BigDecimal invested = BigDecimal.ZERO;
        BigDecimal unrealized = BigDecimal.ZERO;
        for (Position position : book.positions()) {
            if (position.instrument().quote().equals(currency)) {
                invested = invested.add(position.notional(book.markOf(position)));
                unrealized = unrealized.add(position.unrealized(book.markOf(position)));
            }
        }
        BigDecimal zero = BigDecimal.ZERO;
        return new Amounts(
                currency,
                balance.total(),
                book.equity(currency).subtract(balance.total()),
                invested,
                flow == null ? zero : flow.deposits(),
                flow == null ? zero : flow.withdrawals(),
                zero,
                flow == null ? zero : flow.taxes(),
                zero,
                unrealized);
    }

    private Map<LocalDate, Activity> activity(PersonScope scope) {
        Map<LocalDate, Activity> days = new TreeMap<>();
        for (TradeStore.FillDay fills : trades.fills(scope.trades())) {
            LocalDate day = fills.day();
            days.merge(
                    day,
                    new Activity(
                            scope.counted(fills.currency(), fills.realized(), day)
                                    .orElse(BigDecimal.ZERO),
                            scope.counted(fills.fee().currency(), fills.fee().amount(), day)
                                    .orElse(BigDecimal.ZERO),
                            scope.counted(fills.currency(), fills.tax(), day).orElse(BigDecimal.ZERO),
                            fills.fills()),
                    Activity::plus);
        }
        return days;
    }
}
