package dev.moa.trading.simulation;

import dev.moa.domain.order.Fill;
import dev.moa.domain.order.Order;
import dev.moa.domain.order.OrderStatus;
import dev.moa.domain.portfolio.Position;
import dev.moa.domain.value.Currency;
import dev.moa.domain.value.OrderId;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** The invariants of reliability.md 10, once everything has healed. */
final class Verdict {
    private final World world;
    private final ModelStore store;
    private final ModelVenue venue;

    Verdict(World world) {
        this.world = world;
        this.store = world.store();
        this.venue = world.venue();
    }

    void check() {
        promisesAreKept();
        oneOrderAtTheVenue();
        nothingIsStuck();
        booksAreTheSumOfTheFills();
        reservationsFollow();
        everyFactHadItsEffectOnce();
        theVenueAgrees();
    }

    private void promisesAreKept() {
        Map<String, Optional<OrderId>> promised = world.people().promised;
        require(!promised.isEmpty(), "I1", () -> "nobody was ever answered");
        promised.forEach((key, order) -> {
            require(store.keys.containsKey(key), "I1", () -> key + " was answered and is not stored");
            require(
                    order.equals(Optional.ofNullable(store.keys.get(key))),
                    "I1",
                    () -> key + " was answered with another order than is stored");
        });
        Set<OrderId> named = new HashSet<>();
        store.keys.values().forEach(id -> {
            require(id == null || store.orders.containsKey(id), "I1", () -> "there is no order " + id);
            require(id == null || named.add(id), "I1", () -> "two keys share " + id);
        });
        require(named.size() == store.orders.size(), "I1", () -> "there are orders that nobody wanted");
    }

    private void oneOrderAtTheVenue() {
        Map<OrderId, String> numbers = new HashMap<>();
        venue.orders.values().forEach(held -> {
            String other = numbers.put(held.wish.id(), held.number);
            require(other == null, "I2", () -> held.wish.id() + " is at the venue as " + other + " and " + held.number);
        });
    }

    private void nothingIsStuck() {
        for (Order order : store.orders.values()) {
            boolean stuck = switch (order.status()) {
                case PENDING_NEW, SUBMITTED, PENDING_CANCEL -> true;
                case UNKNOWN -> venue.ids != ModelVenue.Ids.NONE;
                default -> false;
            };
            require(!stuck, "I3", () -> order.id() + " is still " + order.status());
        }
    }

    private void booksAreTheSumOfTheFills() {
        BigDecimal cash = World.PURSE.amount();
        BigDecimal held = BigDecimal.ZERO;
        for (Order order : store.orders.values()) {
            BigDecimal sign = BigDecimal.valueOf(order.side().sign());
            for (Fill fill : order.fills()) {
                cash = cash.subtract(sign.multiply(fill.notional()))
                        .subtract(fill.fee().amount());
                held = held.add(sign.multiply(fill.quantity().value()));
            }
            require(
                    order.filledQuantity().compareTo(order.quantity()) <= 0,
                    "I7",
                    () -> order.id() + " filled more than was ordered");
        }
        same(
                "I4",
                held,
                Optional.ofNullable(store.positions().get(World.BTC.id()))
                        .map(Position::signedQuantity)
                        .orElse(BigDecimal.ZERO));
        same("I5", cash, store.cash().get(Currency.USDT));
    }

    private void reservationsFollow() {
        BigDecimal reserved = store.orders.values().stream()
                .filter(order -> order.isOpen() && order.side().isBuy())
                .map(order -> order.reference().times(order.remaining()).multiply(new BigDecimal("1.001")))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        same("I6", reserved, store.book().cash(Currency.USDT).reserved());
    }

    private void everyFactHadItsEffectOnce() {
        for (ModelStore.Row row : store.outbox) {
            int times = world.queue().effects.getOrDefault(row.event, 0);
            require(times == 1, "I8", () -> row.what + " had its effect " + times + " times");
        }
    }

    /** What the venue has and what we have is the same, but for what only a person can settle. */
    private void theVenueAgrees() {
        Map<OrderId, ModelVenue.Held> there = new HashMap<>();
        venue.orders.values().forEach(held -> there.put(held.wish.id(), held));
        for (Order order : store.orders.values()) {
            ModelVenue.Held held = there.get(order.id());
            if (order.status() == OrderStatus.UNKNOWN) {
                continue;
            }
            if (held == null) {
                boolean neverSent = order.status() == OrderStatus.REJECTED || order.status() == OrderStatus.CANCELLED;
                require(neverSent && order.fills().isEmpty(), "I11", () -> order.status() + " but not at the venue");
            } else {
                require(order.isOpen() == held.isOpen(), "I11", () -> order.status() + ", the venue says " + held.end);
                require(
                        !order.isOpen() || Objects.equals(order.price(), held.wish.price()),
                        "I11",
                        () -> "our price is " + order.price() + ", the venue's " + held.wish.price());
                same(
                        "I11",
                        held.wish.quantity().value().subtract(held.left),
                        order.filledQuantity().value());
            }
        }
    }

    private static void same(String name, BigDecimal expected, BigDecimal found) {
        require(expected.compareTo(found) == 0, name, () -> "expected " + expected + ", found " + found);
    }

    private static void require(boolean holds, String name, Supplier<String> problem) {
        if (!holds) {
            throw new AssertionError(name + ": " + problem.get());
        }
    }
}
