package dev.moa.trading.portfolio;

import dev.moa.domain.value.Currency;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Closed positions and what they brought; the open ones live in their account's lane. */
interface PositionStore {
    /**
     * @param closedProfit realised by positions that are closed, by quote currency
     * @param winRate percent, null while none is closed
     * @param lastTraded quote currency of the latest fill, null while there is none
     */
    record Results(Map<Currency, BigDecimal> closedProfit, BigDecimal winRate, Currency lastTraded) {}

    Results results(UUID userId);

    Optional<PositionView> find(UUID userId, UUID positionId);
}
