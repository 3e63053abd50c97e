package dev.moa.broker.paper;

import dev.moa.domain.instrument.Instrument;
import dev.moa.domain.instrument.TickSize;
import dev.moa.domain.order.Order;
import dev.moa.domain.simulation.Meeting;
import dev.moa.domain.simulation.book.OrderBook;
import dev.moa.domain.simulation.book.Ticket;
import dev.moa.domain.value.Derived;
import dev.moa.domain.value.OrderId;
import dev.moa.domain.value.Price;
import dev.moa.domain.value.Quantity;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The household's resting orders of one instrument, on whole ticks and lots. Used by the threads of all accounts. An order whose
 * price or quantity does not lie on the instrument's grid is not taken: it meets the market alone.
 */
final class HouseholdShelf {
    private static final int LEVELS = 50;

    private record Entry(long key, OrderId order, HouseholdMember member) {}

    private final BigDecimal tick;
    private final BigDecimal step;
    private final OrderBook book = new OrderBook(this::traded);
    private final Map<OrderId, Entry> entries = new HashMap<>();
    private final Map<Long, Entry> byKey = new HashMap<>();
    private final Ticket ticket = new Ticket();
    private final List<Traded> sweep = new ArrayList<>();
    private long keys;
    private long changes;

    private record Traded(Entry entry, long price, long lots) {}

    HouseholdShelf(Instrument instrument) {
        tick = instrument.tickSize().bands().stream()
                .map(TickSize.Band::tick)
                .min(BigDecimal::compareTo)
                .orElseThrow();
        step = instrument.quantityStep();
    }

    private void traded(long maker, long taker, long price, long lots, long makerLeft) {
        sweep.add(new Traded(byKey.get(maker), price, lots));
    }

    synchronized List<Meeting> meet(Order taker, Price worst, HouseholdMember member, Instant now) {
        if (!fill(taker, worst, taker.remaining(), member)) {
            return List.of();
        }
        sweep.clear();
        book.enter(ticket.as(Ticket.Kind.IMMEDIATE));
        List<Meeting> meetings = new ArrayList<>();
        for (Traded traded : sweep) {
            String content = "household " + taker.id() + " " + taker.fills().size() + " "
                    + traded.entry().order() + " " + meetings.size();
            meetings.add(new Meeting(
                    Derived.uuid(now, content),
                    traded.entry().member().account(),
                    traded.entry().order(),
                    taker.id(),
                    new Price(tick.multiply(BigDecimal.valueOf(traded.price()))),
                    quantity(traded.lots()),
                    now,
                    traded.entry().member().epoch()));
        }
        changes += sweep.size();
        return meetings;
    }

    synchronized Quantity meets(Order taker, Price worst, HouseholdMember member) {
        return fill(taker, worst, taker.remaining(), member) ? quantity(book.available(ticket)) : Quantity.ZERO;
    }

    /** False when it would stand across another order: then it is not in the book. */
    synchronized boolean rests(Order order, Quantity open, HouseholdMember member) {
        if (entries.containsKey(order.id()) || !fill(order, order.price(), open, member)) {
            return true;
        }
        if (book.enter(ticket.as(Ticket.Kind.POST_ONLY)) == OrderBook.NOT_TAKEN) {
            return false;
        }
        Entry entry = new Entry(keys, order.id(), member);
        entries.put(order.id(), entry);
        byKey.put(entry.key(), entry);
        changes++;
        return true;
    }

    /** Fills in the ticket; false for what does not lie on the grid. */
    private boolean fill(Order order, Price limit, Quantity open, HouseholdMember member) {
        boolean buy = order.side().isBuy();
        long lots = lots(open);
        long price = ticks(limit);
        if (lots <= 0 || price <= 0) {
            return false;
        }
        ticket.limit(++keys, buy, price, lots).by(member.owner());
        return true;
    }

    /** Of this much, what nobody has taken. */
    synchronized Quantity take(Order order, Quantity wanted) {
        Entry entry = entries.get(order.id());
        if (entry == null) {
            return wanted;
        }
        long free = Math.max(0, book.open(entry.key()));
        long lots = Math.min(free, lots(wanted));
        if (lots == free && free > 0) {
            book.cancel(entry.key());
        } else if (lots > 0) {
            book.resize(entry.key(), free - lots);
        }
        changes++;
        return quantity(lots);
    }

    synchronized boolean leaves(Order order) {
        Entry entry = entries.get(order.id());
        if (entry == null) {
            return true;
        }
        if (Math.max(0, book.open(entry.key())) < lots(order.remaining())) {
            return false;
        }
        drop(entry);
        return true;
    }

    synchronized void dropAll(HouseholdMember member) {
        entries.values().stream()
                .filter(entry -> entry.member() == member)
                .toList()
                .forEach(this::drop);
    }

    private void drop(Entry entry) {
        book.cancel(entry.key());
        entries.remove(entry.order());
        byKey.remove(entry.key());
        changes++;
    }

    /** Counts whatever may have changed the depth. */
    synchronized long changes() {
        return changes;
    }

    synchronized BookDepth depth() {
        return new BookDepth(side(true), side(false));
    }

    private List<BookDepth.Level> side(boolean bids) {
        long[] prices = new long[LEVELS];
        long[] lots = new long[LEVELS];
        int count = book.depth(bids, prices, lots);
        List<BookDepth.Level> levels = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            levels.add(new BookDepth.Level(new Price(tick.multiply(BigDecimal.valueOf(prices[i]))), quantity(lots[i])));
        }
        return levels;
    }

    /** 0 for what is no whole number of ticks, or too many. */
    private long ticks(Price price) {
        return whole(price.value(), tick);
    }

    private long lots(Quantity quantity) {
        return whole(quantity.value(), step);
    }

    private static long whole(BigDecimal number, BigDecimal unit) {
        BigDecimal[] parts = number.divideAndRemainder(unit);
        boolean fits = parts[1].signum() == 0 && parts[0].precision() <= 17;
        return fits ? parts[0].longValueExact() : 0;
    }

    private Quantity quantity(long lots) {
        return new Quantity(step.multiply(BigDecimal.valueOf(lots)));
    }
}
