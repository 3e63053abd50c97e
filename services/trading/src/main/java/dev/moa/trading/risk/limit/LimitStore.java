package dev.moa.trading.risk.limit;

import dev.moa.domain.risk.RiskLimits;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

interface LimitStore {
    /** What was set; empty for a level that has its standard limits. */
    Optional<RiskLimits> find(LevelKey key);

    /** As {@link #find}; nobody else changes the level until the transaction ends. */
    Optional<RiskLimits> lock(LevelKey key);

    void set(LevelKey key, RiskLimits limits, UUID by, Instant at);

    /** The standard limits of an account depend on where it is. */
    Optional<String> broker(UUID accountId);

    /** Whose account or strategy it is. */
    Optional<UUID> owner(LevelKey key);

    Optional<UUID> accountOf(UUID strategyId);

    /** Everybody who has an account. */
    List<UUID> people();

    /** Keeps a change; at most one of a kind waits at a level. */
    void add(Change change);

    Optional<Change> pending(UUID id);

    Optional<Change> pending(LevelKey key, String kind);

    List<Change> pending();

    /** Ends the waiting; false when somebody else did. */
    boolean decide(UUID id, String status, UUID by, Instant at);

    /** For whose the account and strategy levels are: the keys of a person's levels with their names. */
    Map<LevelKey, String> levelsOf(UUID userId);
}
