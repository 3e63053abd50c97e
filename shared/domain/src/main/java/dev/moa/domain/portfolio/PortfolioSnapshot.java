package dev.moa.domain.portfolio;

import dev.moa.domain.instrument.InstrumentId;
import dev.moa.domain.order.Order;
import dev.moa.domain.value.AccountId;
import dev.moa.domain.value.Currency;
import dev.moa.domain.value.OrderId;
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
 * @param leverage what was chosen for contracts, by instrument
 * @param unsettled the money of trades that are not settled, by currency and the day it arrives or leaves
 */
public record PortfolioSnapshot(
        AccountId account,
        Map<Currency, BigDecimal> cash,
        List<Position> positions,
        List<Order> orders,
        LocalDate day,
        Map<Currency, BigDecimal> dayStart,
        Map<InstrumentId, Integer> leverage,
        Map<Currency, Map<LocalDate, BigDecimal>> unsettled) {
    /** An account without contracts and with everything settled. */
    public PortfolioSnapshot(
            AccountId account,
            Map<Currency, BigDecimal> cash,
            List<Position> positions,
            List<Order> orders,
            LocalDate day,
            Map<Currency, BigDecimal> dayStart) {
        this(account, cash, positions, orders, day, dayStart, Map.of(), Map.of());
    }

    /** The same with this order never placed. */
    public PortfolioSnapshot without(OrderId id) {
        List<Order> others =
                orders.stream().filter(order -> !order.id().equals(id)).toList();
        return new PortfolioSnapshot(account, cash, positions, others, day, dayStart, leverage, unsettled);
    }
}
