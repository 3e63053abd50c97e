package dev.moa.trading.risk.limit;

import java.util.UUID;

/** @param owner whose level it is; null for the household */
record Level(LevelKey key, UUID owner) {}
