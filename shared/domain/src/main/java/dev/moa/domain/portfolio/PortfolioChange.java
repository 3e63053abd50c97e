package dev.moa.domain.portfolio;

import dev.moa.domain.order.Transition;
import java.util.List;

/**
 * What one transition of an order changed in the book of its account.
 *
 * @param entries the ledger lines, empty unless a fill was counted
 * @param positions each position that changed, as it is now: none, one, or two when a fill closed one and opened its opposite
 * @param closed the trade that this completed, or null
 */
public record PortfolioChange(
        Transition transition, List<LedgerEntry> entries, List<Position> positions, ClosedTrade closed) {}
