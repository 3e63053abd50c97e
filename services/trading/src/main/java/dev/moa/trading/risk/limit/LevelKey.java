package dev.moa.trading.risk.limit;

import dev.moa.domain.risk.RiskLevel;
import dev.moa.domain.value.AccountId;
import dev.moa.domain.value.StrategyId;
import java.util.UUID;

/** One level of somebody: a person, an account, a strategy, or the household as a whole. */
public record LevelKey(RiskLevel level, UUID subject) {
    public static final LevelKey HOUSEHOLD = new LevelKey(RiskLevel.HOUSEHOLD, new UUID(0, 0));

    public static LevelKey user(UUID userId) {
        return new LevelKey(RiskLevel.USER, userId);
    }

    public static LevelKey account(AccountId id) {
        return new LevelKey(RiskLevel.ACCOUNT, id.value());
    }

    public static LevelKey strategy(StrategyId id) {
        return new LevelKey(RiskLevel.STRATEGY, id.value());
    }
}
