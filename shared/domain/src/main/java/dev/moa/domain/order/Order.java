package dev.moa.domain.order;

import dev.moa.domain.instrument.Instrument;
import dev.moa.domain.value.AccountId;
import dev.moa.domain.value.Decimals;
import dev.moa.domain.value.InvalidValue;
import dev.moa.domain.value.OrderId;
import dev.moa.domain.value.Price;
import dev.moa.domain.value.Quantity;
import dev.moa.domain.value.Side;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * One order, whoever wanted it and wherever it trades: paper, real and backtested orders are this class, fed with the same
 * events. Immutable; {@link #apply} gives the next one.
 *
 * @param clientOrderId our name for it at the venue, unique per account
 * @param request what was wanted, with a definite quantity; amendments change its price and quantity
 * @param reference the price at which it was sized, checked and reserved: the limit price, or what a market order was expected to pay
 * @param triggered whether the stop price of a stop order was reached
 * @param venueOrderId the venue's number, null until known
 * @param fills every fill counted so far, in the order of arrival
 */
public record Order(
        OrderId id,
        AccountId accountId,
        String clientOrderId,
        OrderRequest request,
        Price reference,
        OrderStatus status,
        boolean triggered,
        String venueOrderId,
        List<Fill> fills,
        Instant createdAt,
        Instant updatedAt) {

    /** @throws InvalidValue when the request has no definite quantity */
    public Order {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(accountId, "accountId");
        Objects.requireNonNull(clientOrderId, "clientOrderId");
        Objects.requireNonNull(reference, "reference");
        Objects.requireNonNull(status, "status");
        if (request.quantity() == null) {
            throw new InvalidValue("quantity", "is missing");
        }
        fills = List.copyOf(fills);
    }

    /** A new order, not sent yet. The client order id is the order's own id, or that of the plan's leg. */
    public static Order create(OrderId id, AccountId account, OrderRequest request, Price reference, Instant now) {
        return new Order(
                id,
                account,
                request.origin().leg() == null
                        ? id.toString()
                        : request.origin().leg().clientOrderId(),
                request,
                request.valuedAt(reference),
                OrderStatus.PENDING_NEW,
                false,
                null,
                List.of(),
                now,
                now);
    }

    /** The same new order under another client order id. */
    public Order named(String otherClientOrderId) {
        return new Order(
                id,
                accountId,
                otherClientOrderId,
                request,
                reference,
                status,
                triggered,
                venueOrderId,
                fills,
                createdAt,
                updatedAt);
    }

    /**
     * What this event makes of the order. Fills are counted once by their id; the same id with other content is an error.
     *
     * @throws InvalidValue when the event is about another order
     */
    public Transition apply(OrderEvent event) {
        if (!event.orderId().equals(id)) {
            throw new InvalidValue("order_id", "of the event is " + event.orderId() + ", not " + id);
        }
        if (event instanceof OrderEvent.Filled filled) {
            for (Fill known : fills) {
                if (known.id().equals(filled.fill().id())) {
                    boolean same = known.sameTradeAs(filled.fill());
                    return new Transition(this, this, event, same ? Outcome.DUPLICATE_FILL : Outcome.ERROR, !same);
                }
            }
        }
        Order told = told(event);
        OrderStatus.Step step = status.next(event, Progress.of(told.filledQuantity(), told.quantity()));
        if (step.isError()) {
            return new Transition(this, this, event, Outcome.ERROR, true);
        }
        if (step.status() == status && told == this) {
            return new Transition(this, this, event, Outcome.SAME, step.isAlarm());
        }
        boolean overfilled = told.filledQuantity().compareTo(told.quantity()) > 0;
        return new Transition(
                this, told.at(step.status(), event.at()), event, Outcome.CHANGED, step.isAlarm() || overfilled);
    }

    /** What the event says apart from the status: fills, terms, the venue's number. */
    private Order told(OrderEvent event) {
        return switch (event) {
            case OrderEvent.Filled filled -> {
                List<Fill> more = new ArrayList<>(fills);
                more.add(filled.fill());
                yield with(request, triggered, venueOrderId, more);
            }
            case OrderEvent.Accepted accepted
            when isNews(accepted.venueOrderId()) -> with(request, triggered, accepted.venueOrderId(), fills);
            case OrderEvent.Amended amended -> with(amended.to().applyTo(request), triggered, venueOrderId, fills);
            case OrderEvent.Triggered _ when !triggered -> with(request, true, venueOrderId, fills);
            case OrderEvent.Trailed trailed
            when type() == OrderType.TRAILING_STOP && !trailed.stopPrice().equals(stopPrice()) ->
                with(
                        request.draft()
                                .trigger(request.trigger().movedTo(trailed.stopPrice()))
                                .request(),
                        triggered,
                        venueOrderId,
                        fills);
            default -> this;
        };
    }

    private boolean isNews(String number) {
        return number != null && !number.equals(venueOrderId);
    }

    private Order with(OrderRequest newRequest, boolean isTriggered, String number, List<Fill> newFills) {
        return new Order(
                id,
                accountId,
                clientOrderId,
                newRequest,
                newRequest.valuedAt(reference),
                status,
                isTriggered,
                number,
                newFills,
                createdAt,
                updatedAt);
    }

    private Order at(OrderStatus newStatus, Instant now) {
        return new Order(
                id,
                accountId,
                clientOrderId,
                request,
                reference,
                newStatus,
                triggered,
                venueOrderId,
                fills,
                createdAt,
                now);
    }

    public Instrument instrument() {
        return request.instrument();
    }

    public Side side() {
        return request.side();
    }

    public OrderType type() {
        return request.type();
    }

    public Quantity quantity() {
        return request.quantity();
    }

    /** The limit price, null for orders without one. */
    public Price price() {
        return request.price();
    }

    /** The price that sets it off; null for orders that do not sleep, and for a trailing stop that does not follow yet. */
    public Price stopPrice() {
        return request.trigger().stopPrice();
    }

    /** Whether the time it named is over. */
    public boolean isOver(Instant now) {
        return switch (request.timeInForce()) {
            case DAY ->
                LocalDate.ofInstant(createdAt, ZoneOffset.UTC).isBefore(LocalDate.ofInstant(now, ZoneOffset.UTC));
            case GTD -> !now.isBefore(request.expiresAt());
            case GTC, IOC, FOK -> false;
        };
    }

    /** Whether it waits for its stop price. */
    public boolean isAsleep() {
        return request.type().isTriggered() && !triggered;
    }

    /** This order as a venue gets it that knows no stops: set off already, as MARKET or LIMIT. */
    public Order plain() {
        return with(request.plain(), triggered, venueOrderId, fills);
    }

    /** The part of a plan that it carries out; null for an order that stands alone. */
    public Origin.Leg leg() {
        return request.origin().leg();
    }

    public boolean isOpen() {
        return status.isOpen();
    }

    /** The sum of the fills; more than was ordered only when a venue erred. */
    public Quantity filledQuantity() {
        BigDecimal sum = BigDecimal.ZERO;
        for (Fill fill : fills) {
            sum = sum.add(fill.quantity().value());
        }
        return new Quantity(sum);
    }

    /** What may still be filled, zero or more. */
    public Quantity remaining() {
        BigDecimal rest = quantity().value().subtract(filledQuantity().value());
        return rest.signum() <= 0 ? Quantity.ZERO : new Quantity(rest);
    }

    /** The average price of the fills, rounded half-even to 12 decimals; null while there is none. */
    public Price averagePrice() {
        if (fills.isEmpty()) {
            return null;
        }
        if (fills.size() == 1) {
            return fills.getFirst().price();
        }
        BigDecimal value = fills.stream().map(Fill::notional).reduce(BigDecimal.ZERO, BigDecimal::add);
        return new Price(Decimals.ratio(value, filledQuantity().value()));
    }
}
