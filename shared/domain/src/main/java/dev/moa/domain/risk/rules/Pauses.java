package dev.moa.domain.risk.rules;

import dev.moa.domain.instrument.InstrumentId;
import dev.moa.domain.risk.Limit;
import dev.moa.domain.risk.Refusal;
import dev.moa.domain.risk.RiskLimits;
import dev.moa.domain.risk.facts.Exit;
import dev.moa.domain.risk.facts.RiskFacts;
import dev.moa.domain.value.Decimals;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Cool-downs that follow from closed positions, for the level as a whole or for one instrument. */
public final class Pauses {
    private final RiskLimits limits;
    private final RiskFacts facts;

    public Pauses(RiskLimits limits, RiskFacts facts) {
        this.limits = limits;
        this.facts = facts;
    }

    /** The pauses of single instruments that run now. */
    public List<Gauge> ofInstruments() {
        List<Gauge> running = new ArrayList<>();
        Set<InstrumentId> instruments = new LinkedHashSet<>();
        facts.exits().forEach(exit -> instruments.add(exit.instrument()));
        for (InstrumentId instrument : instruments) {
            afterExit(instrument).filter(Gauge::blocks).ifPresent(running::add);
            lowProfit(instrument).filter(Gauge::blocks).ifPresent(running::add);
        }
        return running;
    }

    Optional<Gauge> lossesInARow() {
        BigDecimal bound = limits.number(Limit.MAX_LOSSES_IN_A_ROW);
        if (bound == null) {
            return Optional.empty();
        }
        List<Exit> exits = facts.exits();
        int losses = 0;
        while (losses < exits.size() && exits.get(exits.size() - 1 - losses).isLoss()) {
            losses++;
        }
        Instant until = losses >= bound.intValue() ? after(exits.getLast(), Limit.LOSSES_PAUSE_MINUTES) : null;
        return Optional.of(gauge(
                Limit.MAX_LOSSES_IN_A_ROW,
                null,
                BigDecimal.valueOf(losses),
                until,
                "losses_in_a_row",
                "%s losses in a row; entries pause".formatted(losses)));
    }

    Optional<Gauge> stopLosses() {
        BigDecimal bound = limits.number(Limit.STOP_LOSS_GUARD_COUNT);
        if (bound == null) {
            return Optional.empty();
        }
        List<Exit> stops = within(Limit.STOP_LOSS_GUARD_WINDOW_MINUTES)
                .filter(Exit::stopLoss)
                .toList();
        Instant until =
                stops.size() >= bound.intValue() ? after(stops.getLast(), Limit.STOP_LOSS_GUARD_PAUSE_MINUTES) : null;
        return Optional.of(gauge(
                Limit.STOP_LOSS_GUARD_COUNT,
                null,
                BigDecimal.valueOf(stops.size()),
                until,
                "stop_loss_guard",
                "%s stop-losses within %s minutes; entries pause"
                        .formatted(stops.size(), Words.plain(limits.number(Limit.STOP_LOSS_GUARD_WINDOW_MINUTES)))));
    }

    Optional<Gauge> afterExit(InstrumentId instrument) {
        if (limits.number(Limit.EXIT_PAUSE_MINUTES) == null) {
            return Optional.empty();
        }
        return facts.exits().stream()
                .filter(exit -> exit.instrument().equals(instrument))
                .reduce((_, later) -> later)
                .map(exit -> gauge(
                        Limit.EXIT_PAUSE_MINUTES,
                        instrument,
                        null,
                        after(exit, Limit.EXIT_PAUSE_MINUTES),
                        "exit_pause",
                        "%s was left at %s and pauses".formatted(instrument, exit.at())));
    }

    Optional<Gauge> lowProfit(InstrumentId instrument) {
        BigDecimal wanted = limits.number(Limit.LOW_PROFIT_PCT);
        if (wanted == null) {
            return Optional.empty();
        }
        List<Exit> exits = within(Limit.LOW_PROFIT_WINDOW_MINUTES)
                .filter(exit -> exit.instrument().equals(instrument))
                .toList();
        BigDecimal cost = exits.stream().map(Exit::cost).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (exits.isEmpty() || cost.signum() == 0) {
            return Optional.empty();
        }
        BigDecimal profit = exits.stream().map(Exit::profit).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal percent = Decimals.ratio(profit.multiply(Decimals.HUNDRED), cost);
        boolean poor =
                exits.size() >= limits.number(Limit.LOW_PROFIT_TRADES).intValue() && percent.compareTo(wanted) < 0;
        Instant until = poor ? after(exits.getLast(), Limit.LOW_PROFIT_PAUSE_MINUTES) : null;
        return Optional.of(gauge(
                Limit.LOW_PROFIT_PCT,
                instrument,
                percent,
                until,
                "low_profit",
                "%s trades of %s brought %s, less than %s; it pauses"
                        .formatted(exits.size(), instrument, Words.percent(percent), Words.percent(wanted))));
    }

    private Stream<Exit> within(Limit window) {
        Instant from = facts.now().minus(minutes(window));
        return facts.exits().stream().filter(exit -> exit.at().isAfter(from));
    }

    private Instant after(Exit exit, Limit pause) {
        return exit.at().plus(minutes(pause));
    }

    private Duration minutes(Limit limit) {
        return Duration.ofMinutes(limits.number(limit).longValue());
    }

    private Gauge gauge(Limit limit, InstrumentId of, BigDecimal used, Instant until, String code, String sentence) {
        boolean runs = until != null && facts.now().isBefore(until);
        Refusal refusal = runs ? Words.refusal(code, facts.level(), sentence + " " + Words.until(until)) : null;
        return new Gauge(
                limit, of == null ? null : of.toString(), used, limits.number(limit), runs ? until : null, refusal);
    }
}
