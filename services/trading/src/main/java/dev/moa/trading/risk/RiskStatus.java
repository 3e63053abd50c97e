package dev.moa.trading.risk;

import dev.moa.domain.risk.Refusal;
import dev.moa.domain.risk.RiskLevel;
import dev.moa.domain.risk.RiskLimits;
import dev.moa.domain.risk.RiskState;
import dev.moa.domain.risk.rules.Brakes;
import dev.moa.domain.risk.rules.Gauge;
import dev.moa.domain.risk.rules.Pauses;
import dev.moa.domain.risk.rules.Stakes;
import dev.moa.domain.value.AccountId;
import dev.moa.domain.value.Currency;
import dev.moa.domain.value.StrategyId;
import dev.moa.trading.risk.limit.LevelKey;
import dev.moa.trading.risk.limit.LevelNames;
import dev.moa.trading.risk.limit.LimitBook;
import dev.moa.trading.risk.limit.RiskStates;
import dev.moa.trading.risk.limit.RiskStates.Held;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;

/** Every level of a person with its state and what of its limits is used, from the figures told last. */
@Singleton
class RiskStatus {
    private final LimitBook limits;
    private final RiskStates states;
    private final RiskMemory memory;
    private final FiguresBoard board;
    private final LevelNames names;

    RiskStatus(LimitBook limits, RiskStates states, RiskMemory memory, FiguresBoard board, LevelNames names) {
        this.limits = limits;
        this.states = states;
        this.memory = memory;
        this.board = board;
        this.names = names;
    }

    /** @param mode PAPER or REAL: the two are never added up */
    StatusView of(UUID userId, String mode) {
        List<StatusView.Level> levels = new ArrayList<>();
        levels.add(level(LevelKey.HOUSEHOLD, null, facts(LevelKey.HOUSEHOLD, mode, board.of(null, mode)), mode));
        levels.add(
                level(LevelKey.user(userId), null, facts(LevelKey.user(userId), mode, board.of(userId, mode)), mode));
        names.of(userId).forEach((key, name) -> {
            if (key.level() == RiskLevel.ACCOUNT) {
                List<AccountFigures.Snapshot> own =
                        board.of(new AccountId(key.subject())).stream().toList();
                String itsMode = own.isEmpty() ? null : own.getFirst().mode();
                levels.add(level(key, name, facts(key, itsMode, own), itsMode));
            } else {
                levels.add(strategy(key, name));
            }
        });
        return StatusView.of(mode, levels);
    }

    /** The household as a whole, and every person in it. */
    StatusView household(String mode) {
        List<StatusView.Level> levels = new ArrayList<>();
        levels.add(level(LevelKey.HOUSEHOLD, null, facts(LevelKey.HOUSEHOLD, mode, board.of(null, mode)), mode));
        Set<UUID> people = new TreeSet<>(names.people());
        for (UUID person : people) {
            levels.add(level(
                    LevelKey.user(person), null, facts(LevelKey.user(person), mode, board.of(person, mode)), mode));
        }
        return StatusView.of(mode, levels);
    }

    private record Facts(LevelFacts facts, Set<Currency> currencies) {}

    private Facts facts(LevelKey key, String mode, Collection<AccountFigures.Snapshot> accounts) {
        Set<Currency> currencies = new TreeSet<>();
        accounts.forEach(account -> currencies.addAll(account.purses().keySet()));
        return new Facts(
                LevelFacts.of(key.level(), accounts, memory.surroundings()).withPeaks(memory.peaksOf(key, mode)),
                currencies);
    }

    private StatusView.Level strategy(LevelKey key, String name) {
        return names.accountOf(key)
                .flatMap(board::of)
                .map(account -> level(
                        key,
                        name,
                        new Facts(
                                LevelFacts.of(new StrategyId(key.subject()), account, memory.surroundings()),
                                account.purses().keySet()),
                        account.mode()))
                .orElseGet(() -> level(key, name, facts(key, null, List.of()), null));
    }

    private StatusView.Level level(LevelKey key, String name, Facts known, String mode) {
        RiskLimits ofLevel = limits.of(key);
        List<Held> held = states.heldAt(key);
        List<Gauge> gauges = gauges(ofLevel, known);
        List<Refusal> reasons = Stream.concat(
                        held.stream()
                                .filter(one -> one.hold().instrument().isEmpty())
                                .map(RiskDesk::refusal),
                        gauges.stream().map(Gauge::refusal).filter(Objects::nonNull))
                .toList();
        RiskState state = held.stream()
                .filter(one -> one.hold().instrument().isEmpty())
                .map(Held::state)
                .reduce(RiskState.ACTIVE, RiskState::stricter);
        return StatusView.level(key, name, mode, state, held, gauges, reasons);
    }

    private static List<Gauge> gauges(RiskLimits limits, Facts known) {
        Set<Gauge> gauges = new LinkedHashSet<>();
        for (Currency currency : known.currencies()) {
            gauges.addAll(new Brakes(limits, known.facts(), currency).gauges());
            gauges.addAll(new Stakes(limits, known.facts(), currency).gauges());
        }
        Gauge positions = Stakes.positions(limits, known.facts());
        if (positions != null) {
            gauges.add(positions);
        }
        gauges.addAll(new Pauses(limits, known.facts()).ofInstruments());
        return List.copyOf(gauges);
    }
}
