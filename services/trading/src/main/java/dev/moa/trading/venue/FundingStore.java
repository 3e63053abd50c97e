package dev.moa.trading.venue;

import dev.moa.domain.value.PositionId;
import java.time.Instant;
import java.util.Optional;

interface FundingStore {
    /** position, at, rate, amount. */
    String ADD = "INSERT INTO funding_payment (position_id, at, rate, amount) VALUES (?, ?, ?, ?)";

    /** The last funding time that this position has paid or received. */
    Optional<Instant> last(PositionId position);
}
