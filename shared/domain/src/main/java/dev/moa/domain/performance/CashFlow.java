package dev.moa.domain.performance;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * Money between a person and an investment, as the person sees it.
 *
 * @param amount below zero when it was paid in, above when it was taken out or could be
 */
public record CashFlow(LocalDate day, BigDecimal amount) {}
