package dev.moa.domain.performance;

import java.math.BigDecimal;
import java.time.Instant;

/** What an account was worth at a moment. */
public record EquityPoint(Instant at, BigDecimal equity) {}
