package dev.moa.trading.performance;

import dev.moa.domain.performance.DayValue;
import dev.moa.domain.value.Decimals;
import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * One day of a report, in its currency.
 *
 * @param value null when the report is about a part of an account, or a rate is missing
 * @param isOver false for today, which goes on
 */
record Day(LocalDate day, DayValue value, Activity activity, boolean isOver) {
    /** What fills brought and cost. */
    record Activity(BigDecimal realized, BigDecimal fees, BigDecimal taxes, long fills) {
        Activity {
            realized = Decimals.canonical("realized", realized);
            fees = Decimals.canonical("fees", fees);
            taxes = Decimals.canonical("taxes", taxes);
        }

        static final Activity NONE = new Activity(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, 0);

        Activity plus(Activity more) {
            return new Activity(
                    realized.add(more.realized), fees.add(more.fees), taxes.add(more.taxes), fills + more.fills);
        }
    }
}
