package dev.moa.trading.risk.limit;

import dev.moa.domain.risk.RiskState;
import java.time.Instant;
import java.util.UUID;

/** @param by null for the machine */
public record Held(RiskStates.Hold hold, RiskState state, String cause, UUID by, Instant since) {}
