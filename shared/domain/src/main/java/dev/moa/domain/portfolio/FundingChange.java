package dev.moa.domain.portfolio;

import java.util.List;

/** What a payment of funding changed. @param position as it is now; @param entries the ledger lines */
public record FundingChange(Position position, List<LedgerEntry> entries) {}
