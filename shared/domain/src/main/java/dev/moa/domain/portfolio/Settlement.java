package dev.moa.domain.portfolio;

import dev.moa.domain.value.Currency;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Money of trades that are done but not settled, by the day on which it arrives (above zero) or leaves (below). Mutable, a part of
 * its {@link Portfolio}.
 */
final class Settlement {
    private final Map<Currency, NavigableMap<LocalDate, BigDecimal>> due = new TreeMap<>();

    void restore(Map<Currency, Map<LocalDate, BigDecimal>> stored) {
        stored.forEach((currency, days) -> due.put(currency, new TreeMap<>(days)));
    }

    Map<Currency, Map<LocalDate, BigDecimal>> stored() {
        Map<Currency, Map<LocalDate, BigDecimal>> copy = new TreeMap<>();
        due.forEach((currency, days) -> copy.put(currency, Map.copyOf(days)));
        return copy;
    }

    void add(Currency currency, LocalDate day, BigDecimal amount) {
        due.computeIfAbsent(currency, _ -> new TreeMap<>()).merge(day, amount, BigDecimal::add);
    }

    NavigableMap<LocalDate, BigDecimal> of(Currency currency) {
        return Collections.unmodifiableNavigableMap(due.getOrDefault(currency, Collections.emptyNavigableMap()));
    }

    /** This money, of which everything counts as total, with what is settled and what is there on the poorest day. */
    CashBalance split(CashBalance cash, BigDecimal margin) {
        BigDecimal settled = cash.total();
        for (BigDecimal amount : of(cash.currency()).values()) {
            settled = settled.subtract(amount);
        }
        BigDecimal lowest = settled;
        BigDecimal then = settled;
        for (BigDecimal amount : of(cash.currency()).values()) {
            then = then.add(amount);
            lowest = lowest.min(then);
        }
        return new CashBalance(cash.currency(), cash.total(), cash.reserved(), margin, settled, lowest);
    }

    /** Takes out what is due by this day. */
    List<SettledCash> settle(LocalDate today) {
        List<SettledCash> settled = new ArrayList<>();
        due.forEach((currency, days) -> {
            var arrived = days.headMap(today, true);
            arrived.forEach((day, amount) -> settled.add(new SettledCash(currency, day, amount)));
            arrived.clear();
        });
        due.values().removeIf(Map::isEmpty);
        return settled;
    }
}
