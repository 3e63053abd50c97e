package dev.moa.trading.risk.limit;

import dev.moa.contract.TradingEvents;
import dev.moa.domain.risk.Limit;
import dev.moa.domain.risk.RiskLimits;
import dev.moa.platform.sql.Sql;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/** The limits of every level as they hold now; in memory, because every order asks for them. */
@Singleton
public class LimitBook {
    private static final String PAPER = "PAPER";

    private final LimitStore store;
    private final RiskNews news;
    private final Sql sql;
    private final Clock clock;
    private final Map<LevelKey, RiskLimits> known = new ConcurrentHashMap<>();

    LimitBook(LimitStore store, RiskNews news, Sql sql, Clock clock) {
        this.store = store;
        this.news = news;
        this.sql = sql;
        this.clock = clock;
    }

    /** What was set for the level, or the standard limits of its kind. */
    public RiskLimits of(LevelKey key) {
        RiskLimits limits = known.get(key);
        return limits != null
                ? limits
                : known.computeIfAbsent(key, level -> store.find(level).orElseGet(() -> standard(level)));
    }

    /** Whether this person has decided on limits of their own. */
    public boolean isSetBy(UUID userId) {
        return store.find(LevelKey.user(userId)).isPresent();
    }

    /** Sets limits that nobody has to agree to: those an account begins with, or stricter ones. */
    public void begin(LevelKey key, RiskLimits limits, UUID by) {
        sql.inTransaction(() -> {
            store.set(key, limits, by, clock.instant());
            sql.afterCommit(() -> known.put(key, limits));
        });
    }

    private RiskLimits standard(LevelKey key) {
        return switch (key.level()) {
            case USER -> RiskLimits.DEFAULT;
            case ACCOUNT ->
                store.broker(key.subject())
                                .filter(broker -> !PAPER.equals(broker))
                                .isPresent()
                        ? RiskLimits.BROKER_ACCOUNT
                        : RiskLimits.PAPER_ACCOUNT;
            case STRATEGY, HOUSEHOLD -> RiskLimits.NONE;
        };
    }

    /**
     * Inside a transaction: changes what makes stricter, and answers what would allow more; all of it is changed when
     * {@code everything}.
     */
    Set<Limit> change(LevelKey key, UnaryOperator<RiskLimits> change, boolean everything, UUID by) {
        RiskLimits current = store.lock(key).orElseGet(() -> standard(key));
        RiskLimits target = change.apply(current);
        Set<Limit> loosened = everything ? EnumSet.noneOf(Limit.class) : current.loosenedBy(target);
        List<String> changed = new ArrayList<>();
        RiskLimits now = current;
        for (Limit limit : Limit.values()) {
            RiskLimits next = loosened.contains(limit) ? now : now.withLimitOf(limit, target);
            if (!next.equals(now)) {
                changed.add(limit.word());
            }
            now = next;
        }
        store.set(key, now, by, clock.instant());
        if (!changed.isEmpty()) {
            news.tell(
                    key,
                    new TradingEvents.LimitsChanged(key.level().word(), key.subject(), "applied", changed, null, by));
        }
        RiskLimits result = now;
        sql.afterCommit(() -> known.put(key, result));
        return loosened;
    }
}
