package dev.moa.trading.risk.limit;

import dev.moa.contract.TradingEvents;
import dev.moa.domain.instrument.InstrumentId;
import dev.moa.domain.risk.RiskState;
import dev.moa.platform.health.AtStart;
import dev.moa.platform.problem.DependencyAway;
import dev.moa.platform.sql.Sql;
import io.micronaut.context.event.StartupEvent;
import io.micronaut.core.annotation.Order;
import io.micronaut.runtime.event.annotation.EventListener;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who keeps a level, or one instrument of an account, from trading, and why. Several may hold the same level; the
 * strictest counts, and each gives up only what is its own. Stored before it counts, and in memory for every order.
 */
@Singleton
public class RiskStates {
    /** Somebody who set it by hand. */
    public static final String PERSON = "person";
    /** The kill switch, until it is lifted. */
    public static final String KILL_SWITCH = "kill_switch";
    /** A difference to the venue that cannot be explained. */
    public static final String QUARANTINE = "quarantine";

    private static final Logger LOG = LoggerFactory.getLogger(RiskStates.class);

    private final StateStore store;
    private final RiskNews news;
    private final Sql sql;
    private final Clock clock;
    private volatile Map<LevelKey, List<Held>> known = Map.of();

    RiskStates(StateStore store, RiskNews news, Sql sql, Clock clock) {
        this.store = store;
        this.news = news;
        this.sql = sql;
        this.clock = clock;
    }

    /** @param instrument empty for the level as a whole; @param holder who does it, such as {@link #QUARANTINE} */
    public record Hold(LevelKey key, String instrument, String holder) {
        public static Hold quarantine(LevelKey account, InstrumentId instrument) {
            return new Hold(account, instrument.toString(), QUARANTINE);
        }
    }

    /** @param by null for the machine */
    public record Held(Hold hold, RiskState state, String cause, UUID by, Instant since) {}

    /** Also what {@code ./moa halt} wrote while this process was running. */
    @Scheduled(fixedDelay = "1s", initialDelay = "1s")
    void refresh() {
        try {
            reread();
        } catch (DependencyAway away) {
            LOG.debug("risk states are read again: {}", away.detail());
        }
    }

    /** Before any order can be placed. */
    @EventListener
    @Order(-200)
    void load(StartupEvent event) {
        AtStart.insist(this::reread);
    }

    private synchronized void reread() {
        known = store.all().stream()
                .collect(Collectors.groupingBy(held -> held.hold().key()));
    }

    /**
     * Stores what somebody holds; ACTIVE gives it up. Joins a running transaction, and counts once that is committed.
     *
     * @param cause in plain words, told to people
     * @param by null for the machine
     */
    public void hold(Hold hold, RiskState state, String cause, UUID by) {
        sql.inTransaction(() -> {
            Held held = state == RiskState.ACTIVE ? null : new Held(hold, state, cause, by, clock.instant());
            boolean changed = held == null ? store.remove(hold) : store.put(held);
            if (changed) {
                news.tell(
                        hold.key(),
                        new TradingEvents.RiskStateChanged(
                                hold.key().level().word(),
                                hold.key().subject(),
                                hold.instrument().isEmpty() ? null : hold.instrument(),
                                state.name(),
                                hold.holder(),
                                cause,
                                by));
            }
            sql.afterCommit(() -> remember(hold, held));
        });
    }

    private synchronized void remember(Hold hold, Held held) {
        Map<LevelKey, List<Held>> changed = new HashMap<>(known);
        List<Held> ofLevel = new ArrayList<>(changed.getOrDefault(hold.key(), List.of()));
        ofLevel.removeIf(one -> one.hold().equals(hold));
        if (held != null) {
            ofLevel.add(held);
        }
        changed.put(hold.key(), ofLevel);
        known = changed;
    }

    /** What keeps any of these levels, as a whole or for this instrument; empty while all are ACTIVE. */
    public List<Held> holding(Collection<LevelKey> levels, InstrumentId instrument) {
        Map<LevelKey, List<Held>> now = known;
        if (now.isEmpty()) {
            return List.of();
        }
        List<Held> holding = new ArrayList<>();
        String id = instrument == null ? "" : instrument.toString();
        for (LevelKey level : levels) {
            for (Held held : now.getOrDefault(level, List.of())) {
                if (held.hold().instrument().isEmpty()
                        || held.hold().instrument().equals(id)) {
                    holding.add(held);
                }
            }
        }
        return holding;
    }

    /** Everything that is held at a level, also for single instruments. */
    public List<Held> heldAt(LevelKey key) {
        return known.getOrDefault(key, List.of());
    }

    RiskState heldByPerson(LevelKey key, String instrument) {
        return store.find(new Hold(key, instrument, PERSON)).map(Held::state).orElse(RiskState.ACTIVE);
    }
}
