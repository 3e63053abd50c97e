package dev.moa.trading.halt;

import dev.moa.trading.risk.limit.LevelKey;
import java.time.Instant;
import java.util.UUID;

/**
 * Everything is stopped for a person, or for the installation.
 *
 * @param by null when it was set on the machine itself
 * @param settledAt when nothing was left to cancel or to close; null while something is
 * @param liftedAt null while it is on
 * @param told what people have heard of it: NOTHING, SET, LIFTED
 */
record KillSwitch(
        UUID id, LevelKey key, String cause, UUID by, Instant at, Instant settledAt, Instant liftedAt, String told) {
    boolean isOn() {
        return liftedAt == null;
    }
}
