package dev.moa.trading.halt;

import dev.moa.trading.risk.limit.LevelKey;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

interface KillSwitchStore {
    /** Whether it was off before. */
    boolean set(LevelKey key, String cause, UUID by, Instant at);

    boolean lift(LevelKey key, UUID by, Instant at);

    /** The one that is on, else the last one. */
    Optional<KillSwitch> latest(LevelKey key);

    List<KillSwitch> on();

    /** Those with something that nobody was told of. */
    List<KillSwitch> untold();

    /** Whether this process is the one to tell it. */
    boolean tell(UUID id, String before, String now);

    /** Sets or clears when nothing was left; whether that changed. */
    boolean settle(UUID id, Instant at);

    void step(UUID id, AccountStep step);

    List<AccountStep> steps(UUID id);

    /** What is open and held now, by account and venue. */
    List<LeftAtVenue> left(LevelKey key);

    record LeftAtVenue(UUID accountId, String label, String broker, String venue, int openOrders, int positions) {}
}
