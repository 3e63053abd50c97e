package dev.moa.trading.snapshot;

import dev.moa.domain.instrument.InstrumentId;
import dev.moa.domain.value.AccountId;
import dev.moa.platform.crash.CrashPoint;
import dev.moa.platform.settings.CommonSettings;
import dev.moa.platform.sql.Sql;
import dev.moa.trading.account.Account;
import dev.moa.trading.account.AccountLane;
import dev.moa.trading.price.QuoteBoard;
import dev.moa.trading.snapshot.DaySnapshot.Priced;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Writes what an account was worth at the end of every day that has none yet, from stored facts alone: so it does not matter whether
 * the process ran at that moment, and doing it again changes nothing.
 */
@Singleton
public class Snapshots {
    /** A live price this short after the end of the day still tells what things were worth then. */
    private static final Duration STILL_TRUE = Duration.ofMinutes(10);

    private static final Duration STRAGGLERS = Duration.ofSeconds(15);

    private final Sql sql;
    private final SnapshotStore store;
    private final QuoteBoard quotes;
    private final CommonSettings settings;
    private final Clock clock;

    Snapshots(Sql sql, SnapshotStore store, QuoteBoard quotes, CommonSettings settings, Clock clock) {
        this.sql = sql;
        this.store = store;
        this.quotes = quotes;
        this.settings = settings;
        this.clock = clock;
    }

    /** The day that is not over yet. What happened just before midnight may still be on its way to its lane. */
    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant().minus(STRAGGLERS), settings.zone());
    }

    /** Every day before this one that is missing; returns how many were written. */
    public int take(AccountLane lane, LocalDate today) {
        // What the lane began before the day ended must have been committed before the facts are read.
        lane.call(turn -> null);
        int written = sql.inTransaction(() -> write(lane.account(), today));
        CrashPoint.at("CP27");
        return written;
    }

    /** The days of these accounts that are over, between these two, both included; oldest first. */
    public List<StoredDay> days(List<UUID> accounts, LocalDate from, LocalDate to) {
        return store.rows(accounts, from, to);
    }

    /** Days on which something came into the account from outside, went there, or was paid in taxes, from this one on. */
    public List<FlowDay> flows(AccountId account, LocalDate from) {
        ZoneId zone = settings.zone();
        return store.flows(account, from.atStartOfDay(zone).toInstant(), zone);
    }

    private int write(Account account, LocalDate today) {
        ZoneId zone = settings.zone();
        LocalDate first = store.lastDay(account.id())
                .map(last -> last.plusDays(1))
                .orElseGet(() -> LocalDate.ofInstant(account.createdAt(), zone));
        if (!first.isBefore(today)) {
            return 0;
        }
        Instant since = first.atStartOfDay(zone).toInstant();
        var money = new MoneyDays(first, store.cash(account.id(), since, zone), store.flows(account.id(), since, zone));
        DayFold fold = new DayFold(money, this::price, zone);
        store.fills(account.id(), today.atStartOfDay(zone).toInstant(), fold::add);
        List<DaySnapshot> days = fold.until(today);
        store.write(account.id(), days, clock.instant());
        CrashPoint.at("CP27");
        return days.size();
    }

    private Priced price(InstrumentId instrument, Instant end, Priced lastFill) {
        Priced known = store.close(instrument, end).map(lastFill::orNewer).orElse(lastFill);
        return live(instrument, end).map(known::orNewer).orElse(known);
    }

    private Optional<Priced> live(InstrumentId instrument, Instant end) {
        return clock.instant().isAfter(end.plus(STILL_TRUE))
                ? Optional.empty()
                : quotes.latest(instrument)
                        .map(quote ->
                                new Priced(quote.last().value(), quote.at().isAfter(end) ? end : quote.at()));
    }
}
