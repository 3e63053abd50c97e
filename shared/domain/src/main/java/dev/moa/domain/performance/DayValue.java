package dev.moa.domain.performance;

import dev.moa.domain.value.Decimals;
import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * What one day left behind, in one currency.
 *
 * @param equity at its end, deposits and withdrawals included
 * @param deposits what came in from outside, zero or more; @param withdrawals what went out, zero or more
 * @param invested the value of all positions at its end, long and short ones added up
 */
public record DayValue(
        LocalDate day, BigDecimal equity, BigDecimal deposits, BigDecimal withdrawals, BigDecimal invested) {
    public DayValue {
        equity = Decimals.canonical("equity", equity);
        deposits = Decimals.canonical("deposits", deposits);
        withdrawals = Decimals.canonical("withdrawals", withdrawals);
        invested = Decimals.canonical("invested", invested);
    }

    /** Deposits less withdrawals. */
    public BigDecimal flow() {
        return deposits.subtract(withdrawals);
    }
}
