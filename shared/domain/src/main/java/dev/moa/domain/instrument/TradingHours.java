package dev.moa.domain.instrument;

import dev.moa.domain.instrument.Listing.Product;
import dev.moa.domain.instrument.Session.Phase;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** When an instrument trades. What trades around the clock is always in a continuous session, whose days are those of UTC. */
public final class TradingHours {
    /** A row of the session table: the times of a phase, from one day until the day before another. */
    private record Row(Phase phase, LocalTime begin, LocalTime end, LocalDate since, LocalDate until) {
        static Row of(Phase phase, String begin, String end) {
            return new Row(phase, LocalTime.parse(begin), LocalTime.parse(end), LocalDate.MIN, LocalDate.MAX);
        }

        Row from(String day) {
            return new Row(phase, begin, end, LocalDate.parse(day), until);
        }

        Row before(String day) {
            return new Row(phase, begin, end, since, LocalDate.parse(day));
        }

        boolean holdsOn(LocalDate day) {
            return !day.isBefore(since) && day.isBefore(until);
        }
    }

    private static final List<Row> KRX = List.of(
            Row.of(Phase.OPENING_AUCTION, "08:30", "09:00"),
            Row.of(Phase.CONTINUOUS, "09:00", "15:20"),
            Row.of(Phase.CLOSING_AUCTION, "15:20", "15:30"),
            Row.of(Phase.AFTER_CLOSING_PRICE, "15:40", "16:00"),
            Row.of(Phase.AFTER_SINGLE_PRICE, "16:00", "18:00").before("2026-09-14"),
            Row.of(Phase.AFTER_MARKET, "16:00", "20:00").from("2026-09-14"),
            Row.of(Phase.PRE_CLOSING_PRICE, "08:30", "08:40"));

    private static final List<Row> NXT = List.of(
            Row.of(Phase.PRE_MARKET, "08:00", "08:50").from("2025-03-04"),
            Row.of(Phase.CONTINUOUS, "09:00:30", "15:20").from("2025-03-04"),
            Row.of(Phase.AFTER_MARKET, "15:40", "20:00").from("2025-03-04"));

    /** No holidays last as long as this, in days. */
    private static final int LONGEST_REST = 30;

    private static final TradingHours ALWAYS = new TradingHours(List.of(), true);
    private static final TradingHours SHARES = new TradingHours(KRX, true);
    private static final TradingHours FUNDS = new TradingHours(KRX, false);
    private static final TradingHours SECOND_VENUE = new TradingHours(NXT, true);

    private final List<Row> table;
    private final boolean afterMarket;

    private TradingHours(List<Row> table, boolean afterMarket) {
        this.table = table;
        this.afterMarket = afterMarket;
    }

    public static TradingHours of(Instrument instrument) {
        if (!instrument.listing().isKorean()) {
            return ALWAYS;
        }
        return instrument.id().venue().equals("NXT")
                ? SECOND_VENUE
                : instrument.listing().product() == Product.STOCK ? SHARES : FUNDS;
    }

    /** Whether it trades at every moment. */
    public boolean isAlwaysOpen() {
        return table.isEmpty();
    }

    /** The sessions of a day, none on a holiday; those with orders of their own kind may overlap others and stand last. */
    public List<Session> sessions(LocalDate day) {
        if (isAlwaysOpen()) {
            return List.of(new Session(Phase.CONTINUOUS, midnight(day), midnight(day.plusDays(1)), day));
        }
        List<Session> sessions = new ArrayList<>();
        if (KrxCalendar.isTradingDay(day)) {
            for (Row row : table) {
                if (row.holdsOn(day) && runs(row.phase(), day)) {
                    sessions.add(session(row, day));
                }
            }
        }
        return sessions;
    }

    /** When a session of this day, in Seoul, ended last; empty before the first one and for what trades around the clock. */
    public Optional<Instant> lastEnd(Instant now) {
        return isAlwaysOpen()
                ? Optional.empty()
                : sessions(LocalDate.ofInstant(now, KrxCalendar.SEOUL)).stream()
                        .map(Session::end)
                        .filter(end -> !end.isAfter(now))
                        .max(Instant::compareTo);
    }

    private boolean runs(Phase phase, LocalDate day) {
        return phase == Phase.AFTER_MARKET ? afterMarket : phase != Phase.PRE_MARKET || !KrxCalendar.isExamDay(day);
    }

    private static Session session(Row row, LocalDate day) {
        boolean exam = KrxCalendar.isExamDay(day);
        boolean evening = row.phase() == Phase.AFTER_SINGLE_PRICE || row.phase() == Phase.AFTER_MARKET;
        boolean morning = row.end().isBefore(LocalTime.NOON);
        boolean firstDay = KrxCalendar.isFirstOfYear(day) && row.phase() != Phase.PRE_MARKET;
        boolean lateBegin = exam || firstDay && row.begin().isBefore(LocalTime.NOON);
        boolean lateEnd = exam && !evening || firstDay && morning;
        return new Session(
                row.phase(),
                instant(day, row.begin().plusHours(lateBegin ? 1 : 0)),
                instant(day, row.end().plusHours(lateEnd ? 1 : 0)),
                day);
    }

    private static Instant instant(LocalDate day, LocalTime time) {
        return day.atTime(time).atZone(KrxCalendar.SEOUL).toInstant();
    }

    private static Instant midnight(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    /** The session at this moment; when there is none, one of phase CLOSED that ends where the next begins. */
    public Session at(Instant time) {
        LocalDate day = LocalDate.ofInstant(time, isAlwaysOpen() ? ZoneOffset.UTC : KrxCalendar.SEOUL);
        Instant closedSince = midnight(day.minusDays(1));
        for (Session session : sessions(day)) {
            if (session.contains(time)) {
                return session;
            }
            if (!session.end().isAfter(time) && session.end().isAfter(closedSince)) {
                closedSince = session.end();
            }
        }
        Session next = next(time, phase -> true);
        return new Session(Phase.CLOSED, closedSince, next.begin(), next.tradeDate());
    }

    /**
     * The first session after this moment of a phase that is wanted.
     *
     * @throws IllegalArgumentException when the instrument has no such sessions
     */
    public Session next(Instant after, Predicate<Phase> wanted) {
        LocalDate day = LocalDate.ofInstant(after, isAlwaysOpen() ? ZoneOffset.UTC : KrxCalendar.SEOUL);
        for (int days = 0; days < LONGEST_REST; days++) {
            Optional<Session> found = sessions(day).stream()
                    .filter(session -> session.begin().isAfter(after) && wanted.test(session.phase()))
                    .findFirst();
            if (found.isPresent()) {
                return found.get();
            }
            day = day.plusDays(1);
        }
        throw new IllegalArgumentException("there is no such session within " + LONGEST_REST + " days of " + after);
    }

    /** When an order for the day that is entered at this moment ends: with the regular day, or with the evening it came in. */
    public Instant dayEnd(Instant entered) {
        Session now = at(entered);
        if (isAlwaysOpen()) {
            return now.end();
        }
        if (now.phase() == Phase.AFTER_MARKET || now.phase() == Phase.PRE_MARKET) {
            return now.end();
        }
        Instant end = null;
        for (Session session : sessions(now.tradeDate())) {
            if (session.phase().isRegular() && session.end().isAfter(entered)) {
                end = session.end();
            }
        }
        return end != null ? end : now.end();
    }

    /** The business day that a trade at this moment belongs to. */
    public LocalDate tradeDate(Instant time) {
        return at(time).tradeDate();
    }

    /** The day on which the money and the shares of a trade at this moment change hands; the same day where trades settle at once. */
    public LocalDate settlementDate(Instant time) {
        return isAlwaysOpen() ? tradeDate(time) : KrxCalendar.settlement(tradeDate(time));
    }

    /** The auction that was over between two moments, the second included; the last one when there were several. */
    public Optional<Session> auctionOver(Instant after, Instant until) {
        if (isAlwaysOpen() || !after.isBefore(until)) {
            return Optional.empty();
        }
        LocalDate last = LocalDate.ofInstant(until, KrxCalendar.SEOUL);
        LocalDate first = LocalDate.ofInstant(after, KrxCalendar.SEOUL);
        for (LocalDate day = last;
                !day.isBefore(first) && !day.isBefore(last.minusDays(LONGEST_REST));
                day = day.minusDays(1)) {
            for (Session session : sessions(day).reversed()) {
                if (session.phase().isAuction()
                        && session.end().isAfter(after)
                        && !session.end().isAfter(until)) {
                    return Optional.of(session);
                }
            }
        }
        return Optional.empty();
    }
}
