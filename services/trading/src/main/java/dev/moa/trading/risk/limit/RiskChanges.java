package dev.moa.trading.risk.limit;

import dev.moa.contract.TradingEvents;
import dev.moa.domain.risk.Limit;
import dev.moa.domain.risk.RiskLimits;
import dev.moa.domain.risk.RiskState;
import dev.moa.platform.Ids;
import dev.moa.platform.identity.Caller;
import dev.moa.platform.problem.Problem;
import dev.moa.platform.settings.CommonSettings;
import dev.moa.platform.sql.Sql;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Stricter is at once; looser waits for the next day, or for an adult who neither asked for it nor profits from it. */
@Singleton
class RiskChanges {
    private final LimitStore store;
    private final LimitBook book;
    private final RiskStates states;
    private final RiskNews news;
    private final CommonSettings settings;
    private final Sql sql;
    private final Clock clock;

    RiskChanges(
            LimitStore store,
            LimitBook book,
            RiskStates states,
            RiskNews news,
            CommonSettings settings,
            Sql sql,
            Clock clock) {
        this.store = store;
        this.book = book;
        this.states = states;
        this.news = news;
        this.settings = settings;
        this.sql = sql;
        this.clock = clock;
    }

    void changeLimits(Caller caller, Levels.Level level, Map<String, Object> members) {
        sql.inTransaction(() -> {
            boolean alone = Levels.decidesAlone(caller, level);
            Set<Limit> loosened =
                    book.change(level.key(), limits -> LimitsText.patched(limits, members), alone, caller.userId());
            RiskLimits target = LimitsText.patched(store.find(level.key()).orElseThrow(), members);
            waitWith(caller, level, new Change.Limits(loosened, target), mentioned(members));
        });
    }

    /** What waited of the limits named now is forgotten: the latest wish counts. */
    private void waitWith(Caller caller, Levels.Level level, Change.Limits wanted, Set<Limit> mentioned) {
        Set<Limit> limits = EnumSet.noneOf(Limit.class);
        RiskLimits values = wanted.values();
        Change before = store.pending(level.key(), "LIMITS").orElse(null);
        if (before != null) {
            store.decide(before.id(), "WITHDRAWN", caller.userId(), clock.instant());
            Change.Limits earlier = (Change.Limits) before.wanted();
            for (Limit limit : earlier.limits()) {
                if (!mentioned.contains(limit)) {
                    limits.add(limit);
                    values = values.withLimitOf(limit, earlier.values());
                }
            }
        }
        limits.addAll(wanted.limits());
        if (!limits.isEmpty()) {
            add(caller, level, new Change.Limits(limits, values));
        }
    }

    private static Set<Limit> mentioned(Map<String, Object> members) {
        Set<Limit> mentioned = EnumSet.noneOf(Limit.class);
        for (String name : members.keySet()) {
            Limit.of(name).or(() -> Limit.of(name.replaceAll("_pct$", ""))).ifPresent(mentioned::add);
        }
        return mentioned;
    }

    void changeState(Caller caller, Levels.Level level, Change.State wanted) {
        sql.inTransaction(() -> {
            store.pending(level.key(), "STATE")
                    .ifPresent(before -> store.decide(before.id(), "WITHDRAWN", caller.userId(), clock.instant()));
            RiskState current = states.heldByPerson(level.key(), wanted.instrument());
            if (wanted.state().compareTo(current) >= 0 || Levels.decidesAlone(caller, level)) {
                apply(level.key(), wanted, caller.userId());
            } else {
                add(caller, level, wanted);
            }
        });
    }

    private void add(Caller caller, Levels.Level level, Change.Wanted wanted) {
        Instant now = clock.instant();
        Instant nextDay = LocalDate.ofInstant(now, settings.zone())
                .plusDays(1)
                .atStartOfDay(settings.zone())
                .toInstant();
        store.add(new Change(Ids.next(), level.key(), wanted, caller.userId(), now, nextDay));
        List<String> what = wanted instanceof Change.Limits limits
                ? limits.limits().stream().map(Limit::word).toList()
                : List.of("state");
        news.tell(
                level.key(),
                new TradingEvents.LimitsChanged(
                        level.key().level().word(), level.key().subject(), "waiting", what, nextDay, caller.userId()));
    }

    /** A second adult lets it happen now. */
    void approve(Caller caller, UUID id) {
        sql.inTransaction(() -> {
            Change change = store.pending(id)
                    .filter(waiting -> mayBeSeen(caller, waiting))
                    .orElseThrow(Problem::notFound);
            if (!Levels.isSecondAdult(caller, change.requestedBy(), ownerOf(change))) {
                throw Problem.forbidden(
                        "second_adult_required",
                        "Somebody else who may manage the household or approve orders has to agree to this.");
            }
            settle(change, caller.userId());
        });
    }

    /** Whoever it concerns, asked for it or manages the household takes it back. */
    void withdraw(Caller caller, UUID id) {
        sql.inTransaction(() -> {
            Change change = store.pending(id)
                    .filter(waiting -> mayBeSeen(caller, waiting))
                    .orElseThrow(Problem::notFound);
            store.decide(change.id(), "WITHDRAWN", caller.userId(), clock.instant());
        });
    }

    List<Change> waiting(LevelKey key) {
        return store.pending().stream()
                .filter(change -> change.key().equals(key))
                .toList();
    }

    /** All that this person may see. */
    List<Change> waiting(Caller caller) {
        return store.pending().stream()
                .filter(change -> mayBeSeen(caller, change))
                .toList();
    }

    private boolean mayBeSeen(Caller caller, Change change) {
        UUID person = caller.userId();
        return Levels.isSecondAdult(caller, null, null)
                || person.equals(change.requestedBy())
                || person.equals(ownerOf(change));
    }

    private UUID ownerOf(Change change) {
        return switch (change.key().level()) {
            case USER -> change.key().subject();
            case HOUSEHOLD -> null;
            case ACCOUNT, STRATEGY -> store.owner(change.key()).orElse(null);
        };
    }

    /** What has reached its day. */
    @Scheduled(fixedDelay = "${moa.risk.changes-every:5s}", initialDelay = "1s")
    void settleDue() {
        Instant now = clock.instant();
        for (Change change : store.pending()) {
            if (!now.isBefore(change.effectiveAt())) {
                sql.inTransaction(() -> store.pending(change.id()).ifPresent(due -> settle(due, null)));
            }
        }
    }

    private void settle(Change change, UUID by) {
        store.decide(change.id(), "APPLIED", by, clock.instant());
        switch (change.wanted()) {
            case Change.Limits wanted ->
                book.change(change.key(), current -> taken(current, wanted), true, change.requestedBy());
            case Change.State wanted -> apply(change.key(), wanted, change.requestedBy());
        }
    }

    private static RiskLimits taken(RiskLimits current, Change.Limits wanted) {
        RiskLimits taken = current;
        for (Limit limit : wanted.limits()) {
            taken = taken.withLimitOf(limit, wanted.values());
        }
        return taken;
    }

    private void apply(LevelKey key, Change.State wanted, UUID by) {
        states.hold(
                new RiskStates.Hold(key, wanted.instrument(), RiskStates.PERSON), wanted.state(), wanted.cause(), by);
    }
}
