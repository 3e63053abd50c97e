package dev.moa.trading.risk;

import dev.moa.domain.value.AccountId;
import dev.moa.domain.value.Currency;
import dev.moa.trading.risk.limit.LevelKey;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;

interface PeakStore {
    /** Of what: PAPER and REAL are never added up. */
    record Of(LevelKey level, String mode, Currency currency) {}

    /** @param accounts those that were counted together */
    record Peak(BigDecimal value, Set<AccountId> accounts) {}

    Map<Of, Peak> all();

    void keep(Of of, Peak peak);
}
