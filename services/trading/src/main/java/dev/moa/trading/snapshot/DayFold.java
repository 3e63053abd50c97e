package dev.moa.trading.snapshot;

import dev.moa.domain.instrument.Instrument;
import dev.moa.domain.instrument.InstrumentId;
import dev.moa.domain.instrument.VenueRules;
import dev.moa.domain.portfolio.Holding;
import dev.moa.domain.value.Currency;
import dev.moa.trading.snapshot.DaySnapshot.Amounts;
import dev.moa.trading.snapshot.DaySnapshot.Held;
import dev.moa.trading.snapshot.DaySnapshot.Priced;
import dev.moa.trading.snapshot.SnapshotStore.FillFact;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Turns an account's fills, told oldest first, into the snapshots of its days. Mutable. */
final class DayFold {
    /** The price of an instrument at the end of a day, the last fill's given for when none is newer. */
    interface Pricing {
        Priced at(InstrumentId instrument, Instant end, Priced lastFill);
    }

    private static final class Tally {
        private BigDecimal fees = BigDecimal.ZERO;
        private BigDecimal realized = BigDecimal.ZERO;
        private BigDecimal value = BigDecimal.ZERO;
        private BigDecimal invested = BigDecimal.ZERO;
        private BigDecimal unrealized = BigDecimal.ZERO;
    }

    private final MoneyDays money;
    private final Pricing pricing;
    private final ZoneId zone;
    private final LocalDate first;
    private final Map<InstrumentId, Holding> holdings = new TreeMap<>();
    private final Map<InstrumentId, Priced> lastFills = new TreeMap<>();
    private final List<DaySnapshot> days = new ArrayList<>();
    private Map<Currency, Tally> tallies = new TreeMap<>();
    private LocalDate day;
    private Instant end;

    /** @param money what is known of the days from the first one on */
    DayFold(MoneyDays money, Pricing pricing, ZoneId zone) {
        this.money = money;
        this.pricing = pricing;
        this.zone = zone;
        this.first = money.first();
        begin(first);
    }

    private void begin(LocalDate next) {
        day = next;
        end = next.plusDays(1).atStartOfDay(zone).toInstant();
        tallies = new TreeMap<>();
    }

    void add(FillFact fill) {
        while (!fill.at().isBefore(end)) {
            close();
        }
        InstrumentId id = fill.instrument();
        holdings.merge(
                id,
                Holding.NONE.after(fill.side(), fill.quantity(), fill.price()),
                (held, _) -> held.after(fill.side(), fill.quantity(), fill.price()));
        lastFills.put(id, new Priced(fill.price(), fill.at()));
        if (!fill.at().isBefore(first.atStartOfDay(zone).toInstant())) {
            Tally fees = tally(fill.fee().currency());
            fees.fees = fees.fees.add(fill.fee().amount());
            Tally traded = tally(VenueRules.instrument(id).quote());
            traded.realized = traded.realized.add(fill.realized());
        }
    }

    /** The days up to this one, not included. */
    List<DaySnapshot> until(LocalDate today) {
        while (day.isBefore(today)) {
            close();
        }
        return days;
    }

    private void close() {
        List<Held> held = new ArrayList<>();
        holdings.values().removeIf(Holding::isNone);
        holdings.forEach((id, holding) -> held.add(value(id, holding)));
        Set<Currency> currencies = new TreeSet<>(money.currencies());
        currencies.addAll(tallies.keySet());
        List<Amounts> amounts =
                currencies.stream().map(currency -> amounts(currency)).toList();
        days.add(new DaySnapshot(day, amounts, held));
        begin(day.plusDays(1));
    }

    private Held value(InstrumentId id, Holding holding) {
        Instrument instrument = VenueRules.instrument(id);
        Priced priced = pricing.at(id, end, lastFills.get(id));
        BigDecimal notional = holding.value(priced.price());
        // A contract adds its profit alone to the account; what it costs was never paid.
        BigDecimal value = instrument.isMargined() ? holding.unrealized(priced.price()) : notional;
        Tally tally = tally(instrument.quote());
        tally.value = tally.value.add(value);
        tally.invested = tally.invested.add(notional.abs());
        tally.unrealized = tally.unrealized.add(holding.unrealized(priced.price()));
        return new Held(id, holding, priced, value, instrument.quote());
    }

    private Amounts amounts(Currency currency) {
        Tally tally = tally(currency);
        var flow = money.flow(day, currency);
        return new Amounts(
                currency,
                money.cash(day, currency),
                tally.value,
                tally.invested,
                flow.deposits(),
                flow.withdrawals(),
                tally.fees,
                flow.taxes(),
                tally.realized,
                tally.unrealized);
    }

    private Tally tally(Currency currency) {
        return tallies.computeIfAbsent(currency, any -> new Tally());
    }
}
