package dev.moa.trading.snapshot;

import dev.moa.domain.value.Currency;
import dev.moa.trading.snapshot.SnapshotStore.CashMove;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;

/** The money of an account at the end of past days: what it has now, less what changed since. */
final class MoneyDays {
    private record Key(LocalDate day, Currency currency) {}

    private final LocalDate first;
    private final Map<Currency, BigDecimal> now = new TreeMap<>();
    private final Map<Currency, NavigableMap<LocalDate, BigDecimal>> changes = new HashMap<>();
    private final Map<Key, FlowDay> flows = new HashMap<>();

    /** @param first the first day that is asked about; the moves reach back to its beginning */
    MoneyDays(LocalDate first, List<CashMove> moves, List<FlowDay> flowDays) {
        this.first = first;
        for (CashMove move : moves) {
            now.put(move.currency(), move.totalNow());
            if (move.day() != null) {
                changes.computeIfAbsent(move.currency(), any -> new TreeMap<>()).put(move.day(), move.change());
            }
        }
        flowDays.forEach(flow -> flows.put(new Key(flow.day(), flow.currency()), flow));
    }

    LocalDate first() {
        return first;
    }

    Set<Currency> currencies() {
        return now.keySet();
    }

    BigDecimal cash(LocalDate endOf, Currency currency) {
        BigDecimal later = changes.getOrDefault(currency, new TreeMap<>()).tailMap(endOf, false).values().stream()
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return now.getOrDefault(currency, BigDecimal.ZERO).subtract(later);
    }

    FlowDay flow(LocalDate day, Currency currency) {
        return flows.getOrDefault(new Key(day, currency), FlowDay.none(day, currency));
    }
}
