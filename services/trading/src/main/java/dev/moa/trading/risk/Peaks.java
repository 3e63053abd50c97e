package dev.moa.trading.risk;

import dev.moa.domain.value.Decimals;
import java.math.BigDecimal;

/** The highest equity so far, as limits on drawdown count it. */
final class Peaks {
    private Peaks() {}

    /**
     * The peak after money was paid in or taken out: as far above the equity as before, as a share of it. Where there is no
     * equity to be a share of, the peak moves by the amount.
     */
    static BigDecimal moved(BigDecimal peak, BigDecimal equityBefore, BigDecimal equityNow) {
        BigDecimal moved = equityBefore.signum() > 0 && equityNow.signum() > 0
                ? Decimals.ratio(peak.multiply(equityNow), equityBefore)
                : peak.add(equityNow).subtract(equityBefore);
        return moved.max(equityNow);
    }
}
