package dev.moa.trading.simulation;

import dev.moa.domain.order.Fill;
import dev.moa.domain.order.Order;
import dev.moa.domain.order.OrderEvent;
import dev.moa.domain.order.OrderType;
import dev.moa.domain.value.FillId;
import dev.moa.domain.value.Money;
import dev.moa.domain.value.Price;
import dev.moa.domain.value.Quantity;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** A venue of one instrument that does nothing wrong by itself: what is lost or late is the way to it. */
final class ModelVenue {
    /** How long client ids are remembered: see reliability.md 7. */
    enum Ids {
        UNIQUE_FOR_EVER,
        UNIQUE_WHILE_OPEN,
        NONE
    }

    /** One order as the venue knows it. */
    static final class Held {
        final String number;
        final String clientId;
        Order wish;
        final long placedAt;
        final long visibleFrom;
        final List<Fill> fills = new ArrayList<>();
        BigDecimal left;
        String end;

        Held(String number, String clientId, Order wish, long placedAt, long visibleFrom) {
            this.number = number;
            this.clientId = clientId;
            this.wish = wish;
            this.placedAt = placedAt;
            this.visibleFrom = visibleFrom;
            this.left = wish.quantity().value();
        }

        boolean isOpen() {
            return end == null;
        }
    }

    /** Something the venue tells on its stream. */
    record Report(Held held, Fill fill, String end) {}

    /** What a request was answered: a number, or a definite refusal. */
    record Answer(String number, String refusal) {}

    private static final BigDecimal LOT = new BigDecimal("0.001");

    final Ids ids;
    final Map<String, Held> orders = new LinkedHashMap<>();
    private final Chance chance;
    private final VirtualTime time;
    private Consumer<Report> stream = report -> {};
    private int price = 60_000;

    ModelVenue(Ids ids, Chance chance, VirtualTime time) {
        this.ids = ids;
        this.chance = chance;
        this.time = time;
    }

    void tells(Consumer<Report> listener) {
        stream = listener;
    }

    int price() {
        return price;
    }

    Answer submit(Order order) {
        String clientId = ids == Ids.NONE ? null : order.clientOrderId();
        boolean taken = clientId != null
                && orders.values().stream()
                        .anyMatch(held ->
                                clientId.equals(held.clientId) && (ids == Ids.UNIQUE_FOR_EVER || held.isOpen()));
        if (taken) {
            return new Answer(null, "duplicate client id");
        }
        if (chance.strikes(Chance.Fault.REFUSED, 25)) {
            return new Answer(null, "refused by the venue");
        }
        long hidden = chance.strikes(Chance.Fault.INVISIBLE, 12) ? chance.between(1_000, 19_000) : 0;
        var held = new Held("n" + (orders.size() + 1), clientId, order, time.millis(), time.millis() + hidden);
        orders.put(held.number, held);
        time.in(1, () -> trade(held, Price.of(Integer.toString(price)), order.type() == OrderType.MARKET));
        return new Answer(held.number, null);
    }

    /** Answers whether there was something to cancel. */
    boolean cancel(String numberOrClientId) {
        Optional<Held> found = orders.values().stream()
                .filter(held -> held.isOpen()
                        && (held.number.equals(numberOrClientId) || numberOrClientId.equals(held.clientId)))
                .findFirst();
        found.ifPresent(held -> end(held, "CANCELLED"));
        return found.isPresent();
    }

    /** Gives an open order another price; null when there is none. */
    Price amend(String numberOrClientId, Price to) {
        Held found = orders.values().stream()
                .filter(held -> held.isOpen()
                        && held.wish.type() != OrderType.MARKET
                        && (held.number.equals(numberOrClientId) || numberOrClientId.equals(held.clientId)))
                .findFirst()
                .orElse(null);
        if (found == null) {
            return null;
        }
        found.wish = found.wish
                .apply(new OrderEvent.Amended(found.wish.id(), to, null, time.instant(), "Wanted."))
                .order();
        return to;
    }

    /** When it was placed, by the venue's clock. */
    Instant placed(Held held) {
        return time.instant().minusMillis(time.millis() - held.placedAt);
    }

    Optional<Held> find(String clientId, String number) {
        return visible().stream()
                .filter(held -> held.number.equals(number) || ids != Ids.NONE && clientId.equals(held.clientId))
                .reduce((first, second) -> second);
    }

    /** Everything of the day that the venue shows by now. */
    List<Held> visible() {
        return orders.values().stream()
                .filter(held -> held.visibleFrom <= time.millis())
                .toList();
    }

    /** The market moves a little; what rests in its way trades, whole or in parts. */
    void tick() {
        price += chance.between(-60, 60);
        for (Held held : orders.values()) {
            if (held.isOpen() && held.wish.type() != OrderType.MARKET) {
                trade(held, held.wish.price(), false);
            }
        }
    }

    private void trade(Held held, Price at, boolean market) {
        while (held.isOpen() && (market || meets(held))) {
            BigDecimal part =
                    chance.oneIn(3) ? held.left : held.left.min(LOT.multiply(BigDecimal.valueOf(chance.between(1, 4))));
            FillId id = new FillId(held.number + "-" + (held.fills.size() + 1));
            Money fee = new Money(
                    at.times(new Quantity(part)).multiply(new BigDecimal("0.001")),
                    held.wish.instrument().quote());
            Fill fill = new Fill(id, at, new Quantity(part), fee, time.instant(), time.instant());
            held.fills.add(fill);
            held.left = held.left.subtract(part);
            stream.accept(new Report(held, fill, null));
            if (held.left.signum() == 0) {
                held.end = "FILLED";
            }
            if (!market) {
                return;
            }
        }
    }

    private boolean meets(Held held) {
        int limit = held.wish.price().value().intValue();
        return held.wish.side().isBuy() ? price <= limit : price >= limit;
    }

    private void end(Held held, String how) {
        held.end = how;
        stream.accept(new Report(held, null, how));
    }
}
