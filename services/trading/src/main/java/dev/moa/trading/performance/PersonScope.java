package dev.moa.trading.performance;

import dev.moa.domain.rate.RateBook;
import dev.moa.domain.value.Currency;
import dev.moa.domain.value.Money;
import dev.moa.trading.account.AccountLane;
import dev.moa.trading.report.ReportFilter;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Whose accounts a report is about, and in which currency. Without a currency that was asked for, only amounts of the one last traded
 * in are counted and nothing is converted. Remembers which rates were missing. For one report.
 */
final class PersonScope {
    private final List<AccountLane> lanes;
    private final ReportFilter filter;
    private final Currency currency;
    private final RateBook rates;
    private final Map<Currency, MissingRateView> missing = new TreeMap<>();

    PersonScope(List<AccountLane> lanes, ReportFilter filter, Currency currency, RateBook rates) {
        this.lanes = lanes;
        this.filter = filter;
        this.currency = currency;
        this.rates = rates;
    }

    List<AccountLane> lanes() {
        return lanes;
    }

    ReportFilter filter() {
        return filter;
    }

    Currency currency() {
        return currency;
    }

    boolean isConverted() {
        return filter.currency() != null;
    }

    List<UUID> accounts() {
        return lanes.stream().map(lane -> lane.account().id().value()).toList();
    }

    TradeStore.Scope trades() {
        return new TradeStore.Scope(accounts(), filter);
    }

    /** What an amount of this currency counts; zero when it does not count, empty when its rate is missing. */
    Optional<BigDecimal> counted(Currency of, BigDecimal amount, LocalDate day) {
        if (!isConverted()) {
            return Optional.of(of.equals(currency) ? amount : BigDecimal.ZERO);
        }
        Optional<BigDecimal> found = rates.convert(new Money(amount, of), currency, day);
        if (found.isEmpty()) {
            missing(of, day);
        }
        return found;
    }

    /** The rate at which trades of this currency count; zero when they do not count, empty when it is missing. */
    Optional<BigDecimal> rate(Currency of, LocalDate day) {
        if (!isConverted()) {
            return Optional.of(of.equals(currency) ? BigDecimal.ONE : BigDecimal.ZERO);
        }
        Optional<BigDecimal> found = rates.rate(of, currency, day);
        if (found.isEmpty()) {
            missing(of, day);
        }
        return found;
    }

    private void missing(Currency of, LocalDate day) {
        missing.merge(of, new MissingRateView(of.code(), currency.code(), day, day), MissingRateView::and);
    }

    List<MissingRateView> missing() {
        return List.copyOf(missing.values());
    }
}
