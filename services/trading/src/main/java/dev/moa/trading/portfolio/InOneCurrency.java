package dev.moa.trading.portfolio;

import dev.moa.domain.rate.RateBook;
import dev.moa.domain.value.Currency;
import dev.moa.domain.value.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Adds up amounts of several currencies at the stored rates of a day. */
record InOneCurrency(RateBook rates, LocalDate day) {
    SummaryView.Converted of(List<SummaryView.InCurrency> parts, Currency currency) {
        List<String> missing = parts.stream()
                .filter(part -> figures(part).anyMatch(amount -> amount.signum() != 0)
                        && rates.rate(Currency.of(part.currency()), currency, day)
                                .isEmpty())
                .map(SummaryView.InCurrency::currency)
                .toList();
        return new SummaryView.Converted(
                currency.code(),
                sum(parts, SummaryView.InCurrency::equity, currency),
                sum(parts, SummaryView.InCurrency::todayPnl, currency),
                sum(parts, SummaryView.InCurrency::unrealizedPnl, currency),
                sum(parts, SummaryView.InCurrency::realizedPnl, currency),
                missing);
    }

    private static Stream<BigDecimal> figures(SummaryView.InCurrency part) {
        return Stream.of(part.equity(), part.todayPnl(), part.unrealizedPnl(), part.realizedPnl());
    }

    private BigDecimal sum(
            List<SummaryView.InCurrency> parts, Function<SummaryView.InCurrency, BigDecimal> figure, Currency in) {
        BigDecimal sum = BigDecimal.ZERO;
        for (SummaryView.InCurrency part : parts) {
            Money amount = new Money(figure.apply(part), Currency.of(part.currency()));
            Optional<BigDecimal> counted = rates.convert(amount, in, day);
            if (counted.isEmpty()) {
                return null;
            }
            sum = sum.add(counted.get());
        }
        return sum;
    }
}
