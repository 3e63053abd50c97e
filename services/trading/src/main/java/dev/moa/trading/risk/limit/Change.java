package dev.moa.trading.risk.limit;

import dev.moa.domain.risk.Limit;
import dev.moa.domain.risk.RiskLimits;
import dev.moa.domain.risk.RiskState;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/**
 * Something that allows more than before and waits for its day or for a second adult.
 *
 * @param wanted what becomes different
 * @param effectiveAt when it happens without anybody's approval
 */
record Change(UUID id, LevelKey key, Wanted wanted, UUID requestedBy, Instant requestedAt, Instant effectiveAt) {
    sealed interface Wanted {}

    /** These limits become those of {@code values}. */
    record Limits(Set<Limit> limits, RiskLimits values) implements Wanted {}

    /** @param instrument empty for the level as a whole */
    record State(RiskState state, String instrument, String cause) implements Wanted {}

    String kind() {
        return wanted instanceof Limits ? "LIMITS" : "STATE";
    }
}
