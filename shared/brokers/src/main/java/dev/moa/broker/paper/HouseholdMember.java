package dev.moa.broker.paper;

import dev.moa.domain.order.Order;
import dev.moa.domain.simulation.Household;
import dev.moa.domain.simulation.Meeting;
import dev.moa.domain.value.AccountId;
import dev.moa.domain.value.OrderId;
import dev.moa.domain.value.Price;
import dev.moa.domain.value.Quantity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One account's part in the household's book, for as long as its own book stays in memory. Others see an order of it only once it is
 * stored; what it takes from others is theirs no more at once, and given back by reading their books again when it could not be
 * stored. Used by the account's thread.
 */
public final class HouseholdMember implements Household {
    private final HouseholdBook book;
    private final AccountId account;
    private final long owner;
    private final long epoch;
    /** Orders that rest as soon as the transaction is committed, with what is left of them. */
    private final Map<OrderId, Arriving> arriving = new LinkedHashMap<>();

    private final List<Meeting> agreed = new ArrayList<>();

    private record Arriving(Order order, Quantity open) {}

    HouseholdMember(HouseholdBook book, AccountId account, long owner, long epoch) {
        this.book = book;
        this.account = account;
        this.owner = owner;
        this.epoch = epoch;
    }

    AccountId account() {
        return account;
    }

    long owner() {
        return owner;
    }

    long epoch() {
        return epoch;
    }

    @Override
    public List<Meeting> meet(Order taker, Price worst) {
        List<Meeting> meetings =
                shelf(taker).meet(taker, worst, this, book.clock().instant());
        agreed.addAll(meetings);
        return meetings;
    }

    @Override
    public Quantity meets(Order taker, Price worst) {
        return shelf(taker).meets(taker, worst, this);
    }

    /** Orders that only reduce a position, or exclude one another, must not trade twice at the same time: they meet the market alone. */
    @Override
    public void rests(Order order) {
        boolean alone = order.request().reduceOnly()
                || order.leg() != null && order.leg().exclusive();
        if (!alone) {
            arriving.put(order.id(), new Arriving(order, order.remaining()));
        }
    }

    @Override
    public Quantity take(Order order, Quantity wanted) {
        Arriving mine = arriving.get(order.id());
        if (mine == null) {
            return shelf(order).take(order, wanted);
        }
        arriving.put(order.id(), new Arriving(order, mine.open().minus(wanted.min(mine.open()))));
        return wanted;
    }

    @Override
    public boolean leaves(Order order) {
        return arriving.remove(order.id()) != null || shelf(order).leaves(order);
    }

    /**
     * Everything up to here is stored: what came to rest can be met from now on.
     *
     * @return orders that would stand across others which came at the same moment; they may meet them now
     */
    List<Order> committed() {
        agreed.clear();
        List<Order> across = new ArrayList<>();
        for (Arriving order : arriving.values()) {
            if (!shelf(order.order()).rests(order.order(), order.open(), this)) {
                across.add(order.order());
            }
        }
        arriving.clear();
        return across;
    }

    /** The account's book is dropped from memory. */
    void close() {
        book.leave(this);
        arriving.clear();
        agreed.stream().map(Meeting::account).distinct().forEach(book::doubt);
        agreed.clear();
    }

    private HouseholdShelf shelf(Order order) {
        return book.shelf(order.instrument());
    }
}
