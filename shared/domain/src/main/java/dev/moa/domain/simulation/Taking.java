package dev.moa.domain.simulation;

import dev.moa.domain.order.Order;
import dev.moa.domain.order.OrderEvent;
import dev.moa.domain.value.Price;
import dev.moa.domain.value.Quantity;
import java.time.Instant;
import java.util.List;

/** What an order gets that comes to the market: whether they meet, at which price, how much. */
record Taking(FillModel model) {
    /** The household is asked for prices that are not worse than the market's and the order's own. */
    Price worst(Order order, Quote quote) {
        Price market = quote == null ? null : model.taker(order.instrument(), order.side(), quote);
        if (market == null || order.price() == null) {
            return market == null ? order.price() : market;
        }
        return order.side().isBuy() ? market.min(order.price()) : market.max(order.price());
    }

    /** Whether the market and what the household offers make the whole order. */
    boolean isWhole(Order order, Quote quote, Quantity offered) {
        Quantity missing = order.remaining().minus(offered.min(order.remaining()));
        if (missing.isZero()) {
            return true;
        }
        if (quote == null || order.price() != null && !meets(order, quote)) {
            return false;
        }
        Quantity known = model.isMeasured() ? quote.sizeAgainst(order.side()) : null;
        return known == null || missing.compareTo(known) <= 0 || !isBeyond(order, behind(order, quote));
    }

    static boolean meets(Order order, Quote quote) {
        Price known = quote.against(order.side());
        return !isBeyond(order, known == null ? quote.last() : known);
    }

    /** Whether a price is worse than the order's limit. */
    static boolean isBeyond(Order order, Price price) {
        if (order.price() == null) {
            return false;
        }
        return order.side().isBuy() ? price.isAbove(order.price()) : price.isBelow(order.price());
    }

    /** What is left of a measured market's order when the quote is used up pays slippage. */
    private Price behind(Order order, Quote quote) {
        return model.slipped(order.instrument(), order.side(), model.taker(order.instrument(), order.side(), quote));
    }

    /** Trades at the market as far as it goes within the order's limit; answers what is left. */
    Order take(Order order, Quote quote, Instant now, List<OrderEvent> events) {
        Price price = model.taker(order.instrument(), order.side(), quote);
        Quantity known = model.isMeasured() ? quote.sizeAgainst(order.side()) : null;
        Order left = order;
        if (known != null && known.compareTo(left.remaining()) < 0) {
            Quantity first = order.instrument().roundDown(known.value());
            if (!first.isZero()) {
                left = after(left, VenueEvents.taken(left, price, first, now, quote.at()), events);
            }
            price = behind(order, quote);
            if (isBeyond(order, price)) {
                return left;
            }
        }
        Price bounded = order.price() == null
                ? price
                : order.side().isBuy() ? price.min(order.price()) : price.max(order.price());
        return after(left, VenueEvents.taken(left, bounded, left.remaining(), now, quote.at()), events);
    }

    /** Tells an event; answers the order as it is then. */
    static Order after(Order order, OrderEvent event, List<OrderEvent> events) {
        events.add(event);
        return order.apply(event).order();
    }
}
