package dev.moa.notification.inbox;

import dev.moa.contract.LiveMessages.Quote;
import dev.moa.contract.TradingEvents.PositionChanged;
import dev.moa.notification.price.InstrumentName;
import dev.moa.notification.price.LatestPrices;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * What a changed position is worth at the price we last heard, so that the event is complete before trading's next mark
 * arrives; the entry price where no price was heard.
 */
@Singleton
class Marks {
    private static final int PERCENT_SCALE = 4;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final LatestPrices prices;

    Marks(LatestPrices prices) {
        this.prices = prices;
    }

    Body mark(PositionChanged position, Body body) {
        BigDecimal entry = position.entryPrice();
        if (entry == null || position.quantity() == null) {
            return body;
        }
        BigDecimal price = InstrumentName.of(position.instrument())
                .flatMap(prices::heard)
                .map(Quote::price)
                .orElse(entry);
        boolean isShort = "SHORT".equals(position.side()) || "SELL".equals(position.side());
        BigDecimal gained = isShort ? entry.subtract(price) : price.subtract(entry);
        BigDecimal profit = gained.multiply(position.quantity().abs());
        return body.with("current_price", price)
                .with("unrealized_pnl", profit.signum() == 0 ? BigDecimal.ZERO : profit.stripTrailingZeros())
                .with("pnl_percentage", position.quantity().signum() == 0 ? BigDecimal.ZERO : percent(gained, entry));
    }

    private static BigDecimal percent(BigDecimal gained, BigDecimal entry) {
        return entry.signum() == 0
                ? BigDecimal.ZERO
                : gained.multiply(HUNDRED).divide(entry, PERCENT_SCALE, RoundingMode.HALF_EVEN);
    }
}
