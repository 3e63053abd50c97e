package dev.moa.domain.strategy;

import dev.moa.domain.instrument.Instrument;
import dev.moa.domain.order.Order;
import dev.moa.domain.order.OrderRequest;
import dev.moa.domain.order.OrderType;
import dev.moa.domain.portfolio.Portfolio;
import dev.moa.domain.value.Price;
import dev.moa.domain.value.Side;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The orders a ladder lacks. Nothing is remembered: a step with a resting sell is full, one with a resting buy is empty, and what is
 * held beyond that belongs to the lowest other steps, because a price that falls buys from above and the lowest purchase was
 * the last. So a restart, a lost candle or a partial fill changes nothing.
 */
final class LadderOrders {
    private final Aim.Ladder ladder;
    private final Instrument instrument;
    private final Map<Price, Order> buys = new HashMap<>();
    private final Map<Price, Order> sells = new HashMap<>();
    private final List<Order> strangers = new ArrayList<>();

    LadderOrders(Aim.Ladder ladder, Instrument instrument, List<Order> own) {
        this.ladder = ladder;
        this.instrument = instrument;
        List<Price> prices = ladder.prices();
        for (Order order : own) {
            int step = order.type() == OrderType.LIMIT ? prices.indexOf(order.price()) : -1;
            boolean fits = order.side().isBuy() ? step >= 0 && step < prices.size() - 1 : step > 0;
            Map<Price, Order> side = order.side().isBuy() ? buys : sells;
            if (!fits || side.putIfAbsent(order.price(), order) != null) {
                strangers.add(order);
            }
        }
    }

    /** @param last the market's price: what is below it may be bought */
    Adjustment adjustment(Portfolio book, Price last) {
        List<Price> prices = ladder.prices();
        List<OrderRequest> wanted = new ArrayList<>();
        List<Price> empty = new ArrayList<>();
        BigDecimal loose = book.sellable(instrument.id());
        for (int step = 0; step < prices.size() - 1; step++) {
            Price low = prices.get(step);
            Price high = prices.get(step + 1);
            if (buys.containsKey(low) || sells.containsKey(high)) {
                continue;
            }
            if (loose.compareTo(ladder.each().value()) >= 0) {
                loose = loose.subtract(ladder.each().value());
                wanted.add(OrderRequest.limit(instrument, Side.SELL, ladder.each(), high));
            } else if (low.isBelow(last)) {
                empty.add(low);
            }
        }
        wanted.addAll(purchases(empty.reversed(), book));
        return new Adjustment(strangers, wanted);
    }

    /** As many as can be paid, the one nearest to the price first. */
    private List<OrderRequest> purchases(List<Price> falling, Portfolio book) {
        BigDecimal left = book.spendable(instrument);
        List<OrderRequest> wanted = new ArrayList<>();
        for (Price price : falling) {
            BigDecimal value = price.times(ladder.each());
            left = left.subtract(value.add(value.multiply(instrument.fees().taker())));
            if (left.signum() < 0) {
                return wanted;
            }
            wanted.add(OrderRequest.limit(instrument, Side.BUY, ladder.each(), price));
        }
        return wanted;
    }
}
