package dev.moa.domain.portfolio;

import dev.moa.domain.order.Order;
import dev.moa.domain.value.AccountId;
import dev.moa.domain.value.Currency;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * Everything a {@link Portfolio} is rebuilt from. Reservations are not stored: they follow from the open orders.
 *
 * @param cash the total by currency
 * @param positions the open ones
 * @param orders the open ones
 * @param day the day whose profit is being counted; null when none was begun
 * @param dayStart the equity by currency at its beginning
 */
public record PortfolioSnapshot(
        AccountId account,
        Map<Currency, BigDecimal> cash,
        List<Position> positions,
        List<Order> orders,
        LocalDate day,
        Map<Currency, BigDecimal> dayStart) {}
