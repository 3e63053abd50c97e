package dev.moa.trading.risk;

import dev.moa.domain.risk.RiskLimits;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

interface RiskLimitStore {
    Optional<RiskLimits> find(UUID userId);

    void set(UUID userId, RiskLimits limits, Instant at);
}
