package dev.moa.trading.risk;

import dev.moa.domain.portfolio.PortfolioChange;
import java.math.BigDecimal;

/** Hears of every fill, inside the transaction that books it. */
@FunctionalInterface
public interface FillWatch {
    /** @param profit what this fill realised, in its quote currency */
    void booked(RiskTurn turn, PortfolioChange change, BigDecimal profit);
}
