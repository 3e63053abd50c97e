package dev.moa.trading.risk;

import dev.moa.domain.portfolio.Portfolio;
import dev.moa.domain.value.AccountId;
import java.util.UUID;

/** One turn of an account's lane, as far as risk is concerned. @param mode PAPER or REAL, which are never added up */
public record RiskTurn(UUID userId, AccountId account, String mode, Portfolio book, RiskJournal journal) {}
