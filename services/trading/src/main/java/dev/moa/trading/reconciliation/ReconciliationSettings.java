package dev.moa.trading.reconciliation;

import dev.moa.broker.reconciliation.Patience;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.time.Duration;

/**
 * How often accounts are compared with their brokers, and how patiently (reliability.md 7 and 8).
 *
 * @param orders open and unknown orders
 * @param books positions and cash
 * @param watching while something is doubtful
 */
@Singleton
record ReconciliationSettings(
        @Value("${moa.reconciliation.orders:60s}") Duration orders,
        @Value("${moa.reconciliation.books:5m}") Duration books,
        @Value("${moa.reconciliation.watching:5s}") Duration watching,
        @Value("${moa.reconciliation.quiet:5s}") Duration quiet,
        @Value("${moa.reconciliation.absence:30s}") Duration absence,
        @Value("${moa.reconciliation.untold:30s}") Duration untold,
        @Value("${moa.reconciliation.confirm:2s}") Duration confirm) {
    Patience patience() {
        return new Patience(quiet, absence, untold, confirm);
    }
}
