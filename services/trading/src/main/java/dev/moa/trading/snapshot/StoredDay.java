package dev.moa.trading.snapshot;

import java.time.LocalDate;
import java.util.UUID;

/** A day of an account that is over, in one currency. */
public record StoredDay(UUID account, LocalDate day, DaySnapshot.Amounts amounts) {}
