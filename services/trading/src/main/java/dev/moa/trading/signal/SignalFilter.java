package dev.moa.trading.signal;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Which signals somebody wants to see; what is null or empty excludes nothing.
 *
 * @param from received at or after it; @param to received before it
 */
record SignalFilter(UUID strategyId, String source, String instrument, List<String> states, Instant from, Instant to) {}
