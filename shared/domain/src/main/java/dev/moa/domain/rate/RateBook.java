package dev.moa.domain.rate;

import dev.moa.domain.value.Currency;
import dev.moa.domain.value.Decimals;
import dev.moa.domain.value.Money;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Stored rates of exchange. A day without one takes that of the latest day before it, at most a week old; a pair without one is taken
 * the other way round, or over one third currency. What cannot be found so is missing: nothing is guessed.
 */
public final class RateBook {
    private static final int OLDEST_DAYS = 7;

    private record Pair(Currency base, Currency quote) {}

    private final Map<Pair, NavigableMap<LocalDate, BigDecimal>> rates = new HashMap<>();
    private final Set<Currency> currencies = new TreeSet<>();

    /** @param stored of the same pair and day, the last one counts */
    public RateBook(Collection<Rate> stored) {
        for (Rate rate : stored) {
            currencies.add(rate.base());
            currencies.add(rate.quote());
            rates.computeIfAbsent(new Pair(rate.base(), rate.quote()), pair -> new TreeMap<>())
                    .put(rate.day(), rate.rate());
        }
    }

    /** What one unit of a currency was worth in another on a day; 34 significant digits. */
    public Optional<BigDecimal> rate(Currency from, Currency to, LocalDate day) {
        if (from.equals(to)) {
            return Optional.of(BigDecimal.ONE);
        }
        return between(from, to, day)
                .or(() -> currencies.stream()
                        .flatMap(third -> between(from, third, day)
                                .flatMap(first -> between(third, to, day)
                                        .map(second -> first.multiply(second, MathContext.DECIMAL128)))
                                .stream())
                        .findFirst());
    }

    /** An amount counted in another currency, rounded half-even to 12 decimals; zero needs no rate. */
    public Optional<BigDecimal> convert(Money amount, Currency to, LocalDate day) {
        return amount.signum() == 0
                ? Optional.of(BigDecimal.ZERO)
                : rate(amount.currency(), to, day)
                        .map(rate -> Decimals.canonical(
                                "amount",
                                amount.amount().multiply(rate).setScale(Decimals.RATIO_SCALE, RoundingMode.HALF_EVEN)));
    }

    private Optional<BigDecimal> between(Currency from, Currency to, LocalDate day) {
        return stored(from, to, day)
                .or(() -> stored(to, from, day).map(rate -> BigDecimal.ONE.divide(rate, MathContext.DECIMAL128)));
    }

    private Optional<BigDecimal> stored(Currency base, Currency quote, LocalDate day) {
        return Optional.ofNullable(rates.get(new Pair(base, quote)))
                .map(byDay -> byDay.floorEntry(day))
                .filter(found -> !found.getKey().isBefore(day.minusDays(OLDEST_DAYS)))
                .map(Map.Entry::getValue);
    }
}
