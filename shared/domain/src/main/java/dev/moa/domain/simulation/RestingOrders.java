package dev.moa.domain.simulation;

import dev.moa.domain.order.Order;
import dev.moa.domain.order.OrderType;
import dev.moa.domain.value.OrderId;
import dev.moa.domain.value.Price;
import dev.moa.domain.value.Quantity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** What rests in one instrument, found by what a price move would do to it: a move that reaches nothing costs next to nothing. */
final class RestingOrders {
    /** An order and its place: {@code rank} counts arrivals, {@code ahead} is what stood before it in the queue of its price. */
    static final class Resting {
        private final long rank;
        private Order order;
        private Quantity ahead;

        private Resting(Order order, long rank, Quantity ahead) {
            this.order = order;
            this.rank = rank;
            this.ahead = ahead;
        }

        Order order() {
            return order;
        }

        Quantity ahead() {
            return ahead;
        }

        void ahead(Quantity now) {
            ahead = now;
        }
    }

    private record Place(Price price, long rank) implements Comparable<Place> {
        private static final Comparator<Place> ORDER =
                Comparator.comparing(Place::price).thenComparingLong(Place::rank);

        @Override
        public int compareTo(Place other) {
            return ORDER.compare(this, other);
        }
    }

    private record End(Instant at, long rank) implements Comparable<End> {
        private static final Comparator<End> ORDER =
                Comparator.comparing(End::at).thenComparingLong(End::rank);

        @Override
        public int compareTo(End other) {
            return ORDER.compare(this, other);
        }
    }

    private static final Comparator<Resting> BY_ARRIVAL = Comparator.comparingLong(resting -> resting.rank);

    private final Map<OrderId, Resting> all = new HashMap<>();
    private final TreeMap<Place, Resting> bids = new TreeMap<>();
    private final TreeMap<Place, Resting> asks = new TreeMap<>();
    private final TreeMap<Place, Resting> buyStops = new TreeMap<>();
    private final TreeMap<Place, Resting> sellStops = new TreeMap<>();
    private final Map<OrderId, Resting> trailing = new LinkedHashMap<>();
    private final TreeMap<End, Resting> ends = new TreeMap<>();
    private long arrivals;

    boolean isEmpty() {
        return all.isEmpty();
    }

    Resting find(OrderId id) {
        return all.get(id);
    }

    /** A new order, or the newer version of one that keeps its place. */
    void put(Order order, Quantity ahead) {
        Resting known = all.get(order.id());
        if (known == null) {
            Resting resting = new Resting(order, arrivals++, ahead);
            all.put(order.id(), resting);
            file(resting);
        } else {
            unfile(known);
            known.order = order;
            file(known);
        }
    }

    boolean remove(OrderId id) {
        Resting known = all.remove(id);
        if (known != null) {
            unfile(known);
        }
        return known != null;
    }

    private void file(Resting resting) {
        Order order = resting.order;
        if (isFollowing(order)) {
            trailing.put(order.id(), resting);
        } else {
            shelf(order).put(place(resting), resting);
        }
        Instant end = end(order);
        if (end != null) {
            ends.put(new End(end, resting.rank), resting);
        }
    }

    private void unfile(Resting resting) {
        Order order = resting.order;
        if (isFollowing(order)) {
            trailing.remove(order.id());
        } else {
            shelf(order).remove(place(resting));
        }
        Instant end = end(order);
        if (end != null) {
            ends.remove(new End(end, resting.rank));
        }
    }

    private TreeMap<Place, Resting> shelf(Order order) {
        if (order.isAsleep()) {
            return order.side().isBuy() ? buyStops : sellStops;
        }
        return order.side().isBuy() ? bids : asks;
    }

    private static Place place(Resting resting) {
        Order order = resting.order;
        return new Place(order.isAsleep() ? order.stopPrice() : order.price(), resting.rank);
    }

    private static boolean isFollowing(Order order) {
        return order.isAsleep() && order.type() == OrderType.TRAILING_STOP;
    }

    /** When it ends by itself: DAY with its market's day, which is that of UTC where trading never stops. */
    static Instant end(Order order) {
        return switch (order.request().timeInForce()) {
            case DAY -> order.instrument().hours().dayEnd(order.createdAt());
            case GTD -> order.request().expiresAt();
            case GTC, IOC, FOK -> null;
        };
    }

    /** Whether one of these has traded that this order would trade instead of. */
    static boolean isExcluded(Order order, List<Order> traded) {
        return order.leg() != null
                && traded.stream().anyMatch(other -> order.leg().excludes(other.leg()));
    }

    /** Orders whose time is over, those that end first in front. */
    List<Resting> overdue(Instant now) {
        return List.copyOf(ends.headMap(new End(now, Long.MAX_VALUE), true).values());
    }

    /** Empty while something here follows every move. */
    Optional<Calm> calm() {
        if (!trailing.isEmpty() || all.isEmpty()) {
            return Optional.empty();
        }
        Price low = higher(lastPrice(bids), lastPrice(sellStops));
        Price high = lower(firstPrice(asks), firstPrice(buyStops));
        return Optional.of(
                new Calm(low, high, ends.isEmpty() ? null : ends.firstKey().at()));
    }

    private static Price lastPrice(TreeMap<Place, Resting> shelf) {
        return shelf.isEmpty() ? null : shelf.lastKey().price();
    }

    private static Price firstPrice(TreeMap<Place, Resting> shelf) {
        return shelf.isEmpty() ? null : shelf.firstKey().price();
    }

    private static Price higher(Price one, Price other) {
        return one == null ? other : other == null ? one : one.max(other);
    }

    private static Price lower(Price one, Price other) {
        return one == null ? other : other == null ? one : one.min(other);
    }

    /** Orders whose time is over, and sleeping ones that this move may concern, in the order of arrival. */
    List<Resting> concerned(PriceMove move, Instant now) {
        Set<Resting> found = new LinkedHashSet<>(
                ends.headMap(new End(now, Long.MAX_VALUE), true).values());
        found.addAll(reached(buyStops, sellStops, move.high(), move.low()));
        found.addAll(trailing.values());
        return inOrder(new ArrayList<>(found));
    }

    /** Orders with a limit that this move touches, in the order of arrival. */
    List<Resting> touched(PriceMove move) {
        return inOrder(reached(asks, bids, move.high(), move.low()));
    }

    /** Up to {@code high} on the one shelf, and down to {@code low} on the other. */
    private static List<Resting> reached(
            TreeMap<Place, Resting> above, TreeMap<Place, Resting> below, Price high, Price low) {
        List<Resting> found = new ArrayList<>();
        if (!above.isEmpty() && !above.firstKey().price().isAbove(high)) {
            found.addAll(above.headMap(new Place(high, Long.MAX_VALUE), true).values());
        }
        if (!below.isEmpty() && !below.lastKey().price().isBelow(low)) {
            found.addAll(below.tailMap(new Place(low, -1), true).values());
        }
        return found;
    }

    private static List<Resting> inOrder(List<Resting> found) {
        if (found.size() > 1) {
            found.sort(BY_ARRIVAL);
        }
        return found;
    }
}
