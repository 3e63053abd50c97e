package dev.moa.broker.reconciliation;

import dev.moa.broker.snapshot.Movement;
import dev.moa.domain.instrument.InstrumentId;
import dev.moa.domain.order.Fill;
import dev.moa.domain.order.Order;
import dev.moa.domain.order.OrderEvent;
import dev.moa.domain.portfolio.Position;
import dev.moa.domain.value.Currency;
import dev.moa.domain.value.FillId;
import dev.moa.domain.value.Money;
import dev.moa.domain.value.OrderId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;

/** Our side of one account: read, and corrected by ordinary events. Used by one thread, inside one transaction. */
public interface Books {
    Collection<Order> openOrders();

    /** The order as it is now, open or closed. */
    Optional<Order> order(OrderId id);

    /** By any number its venue ever gave it. */
    Optional<Order> byNumber(String number);

    /** By our name for it at the venue. */
    Optional<Order> byName(String clientOrderId);

    /** When its last attempt was handed in; empty when it never was. */
    Optional<Instant> sentAt(Order order);

    /** A fill of this account, whatever order it belongs to. */
    Optional<Fill> fill(FillId id);

    Optional<Position> position(InstrumentId instrument);

    Collection<Position> positions();

    /** Whether a fill of this instrument was ever booked here. */
    boolean everTraded(InstrumentId instrument);

    Collection<Currency> currencies();

    BigDecimal cash(Currency currency);

    /** Takes an order into the book that was not placed through it. */
    void adopt(Order order);

    /** What the event makes of its order, with everything that follows from it; answers the order as it is now. */
    Order apply(OrderEvent event);

    /** Remembers that this number is the order's. */
    void number(Order order, String number);

    /** Asks the venue for the end of an order once more, when all this is durable. */
    void cancelAgain(Order order);

    /** The wish to cancel an order that could not be named at its venue. */
    Optional<String> cancelWish(Order order);

    /** Enters money that came or went without a trade; false when that was done before. {@code money} may be null. */
    boolean enter(Movement movement, Money money, String cause);

    /** Stores a difference; nothing when it is known, settled ones too. */
    void quarantine(Difference difference);

    /** What is open. */
    Collection<Difference> quarantined();

    /** Ends a quarantine that has explained itself. */
    void explained(Difference difference, String how);

    /** Tells people something that needs no settlement. */
    void alarm(String kind, InstrumentId instrument, OrderId order, String text);
}
