package dev.moa.domain.simulation.book;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The same rules as {@link OrderBook}, as plainly as they can be written: one list, sorted for every order. */
final class NaiveBook {
    static final class Resting {
        final long id;
        final long owner;
        final boolean buy;
        final long display;
        long price;
        long shown;
        long hidden;
        long rank;

        Resting(Ticket ticket) {
            id = ticket.id;
            owner = ticket.owner;
            buy = ticket.buy;
            display = ticket.display;
            price = ticket.price;
        }

        void open(long lots) {
            shown = display > 0 ? Math.min(display, lots) : lots;
            hidden = lots - shown;
        }
    }

    final List<String> trades = new ArrayList<>();
    final List<Resting> resting = new ArrayList<>();
    private long ranks;

    long enter(Ticket ticket) {
        if (ticket.kind != Ticket.Kind.IMMEDIATE && find(ticket.id) != null) {
            return OrderBook.DUPLICATE;
        }
        if (ticket.kind == Ticket.Kind.POST_ONLY && !opposite(ticket).isEmpty()) {
            return OrderBook.NOT_TAKEN;
        }
        long there = opposite(ticket).stream()
                .filter(order -> meets(order, ticket))
                .mapToLong(order -> order.shown + order.hidden)
                .sum();
        if (ticket.kind == Ticket.Kind.ALL_OR_NOTHING && there < ticket.lots) {
            return OrderBook.NOT_TAKEN;
        }
        Resting order = new Resting(ticket);
        long left = sweep(ticket, ticket.lots);
        if (left > 0
                && (ticket.kind == Ticket.Kind.REST || ticket.kind == Ticket.Kind.POST_ONLY)
                && opposite(ticket).isEmpty()) {
            order.open(left);
            append(order);
        }
        return ticket.lots - left;
    }

    private void append(Resting order) {
        order.rank = ranks++;
        resting.add(order);
    }

    private static boolean meets(Resting order, Ticket ticket) {
        return ticket.owner == 0 || order.owner != ticket.owner;
    }

    /** Everything within the limit, best first, own orders included. */
    private List<Resting> opposite(Ticket ticket) {
        Comparator<Resting> byPrice = Comparator.comparingLong(order -> ticket.buy ? order.price : -order.price);
        return resting.stream()
                .filter(order -> order.buy != ticket.buy)
                .filter(order -> ticket.buy ? order.price <= ticket.price : order.price >= ticket.price)
                .sorted(byPrice.thenComparingLong(order -> order.rank))
                .toList();
    }

    private long sweep(Ticket ticket, long lots) {
        long left = lots;
        while (left > 0) {
            Resting best = opposite(ticket).stream()
                    .filter(order -> meets(order, ticket))
                    .findFirst()
                    .orElse(null);
            if (best == null) {
                return left;
            }
            long traded = Math.min(best.shown, left);
            left -= traded;
            best.shown -= traded;
            if (best.shown == 0) {
                resting.remove(best);
                if (best.hidden > 0) {
                    best.open(best.hidden);
                    append(best);
                }
            }
            trades.add(best.id + " " + ticket.id + " " + best.price + " " + traded + " " + (best.shown + best.hidden));
        }
        return left;
    }

    long cancel(long id) {
        Resting order = find(id);
        if (order == null) {
            return OrderBook.UNKNOWN;
        }
        resting.remove(order);
        return order.shown + order.hidden;
    }

    long move(long id, long price) {
        Resting order = find(id);
        if (order == null) {
            return OrderBook.UNKNOWN;
        }
        resting.remove(order);
        order.price = price;
        long open = order.shown + order.hidden;
        Ticket ticket = new Ticket().limit(id, order.buy, price, open).by(order.owner);
        boolean crosses = !opposite(ticket).isEmpty();
        long left = sweep(ticket, open);
        if (left > 0 && opposite(ticket).isEmpty()) {
            if (crosses) {
                order.open(left);
            }
            append(order);
        }
        return open - left;
    }

    long resize(long id, long lots) {
        Resting order = find(id);
        if (order == null) {
            return OrderBook.UNKNOWN;
        }
        long open = order.shown + order.hidden;
        if (lots < open && order.hidden == 0) {
            order.shown = lots;
        } else if (lots != open) {
            resting.remove(order);
            order.open(lots);
            append(order);
        }
        return open;
    }

    Resting find(long id) {
        return resting.stream().filter(order -> order.id == id).findFirst().orElse(null);
    }

    /** "price lots" of every level, best first. */
    List<String> depth(boolean bids) {
        return resting.stream()
                .filter(order -> order.buy == bids)
                .map(order -> order.price)
                .distinct()
                .sorted(bids ? Comparator.reverseOrder() : Comparator.naturalOrder())
                .map(price -> price + " "
                        + resting.stream()
                                .filter(order -> order.buy == bids && order.price == price)
                                .mapToLong(order -> order.shown)
                                .sum())
                .toList();
    }
}
