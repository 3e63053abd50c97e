package dev.moa.trading.order;

import dev.moa.contract.TradingEvents;
import dev.moa.domain.order.Fill;
import dev.moa.domain.order.Order;
import dev.moa.domain.order.OrderEvent;
import dev.moa.domain.order.OrderRequest;
import dev.moa.domain.order.Origin;
import dev.moa.domain.order.Protection;
import dev.moa.domain.order.Trail;
import dev.moa.domain.order.Transition;
import dev.moa.domain.portfolio.PortfolioChange;
import dev.moa.domain.portfolio.Position;
import dev.moa.domain.value.Derived;
import dev.moa.domain.value.Percent;
import dev.moa.domain.value.Price;
import dev.moa.platform.json.Json;
import dev.moa.trading.account.Account;
import dev.moa.trading.account.BookJournal;
import dev.moa.trading.account.LaneJournal;
import dev.moa.trading.account.LaneTurn;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

/** Writes what became of an order: its row, the transition, the fill, the books, and the facts that tell others. */
@Singleton
final class OrderRecorder {
    private static final String SET_ORDER = "INSERT INTO orders (order_id, account_id, user_id, client_order_id,"
            + " instrument, side, type, quantity, quote_amount, price, stop_price, trail_pct, trail_amount,"
            + " activation_price, triggered, time_in_force, expires_at, post_only, reduce_only, status,"
            + " filled_quantity, average_price, origin, strategy_id, plan_id, leg, attempt, leg_exclusive,"
            + " take_profit_pct, stop_loss_pct, protection, reference, venue_order_id, created_at, updated_at)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,"
            + " ?::jsonb, ?, ?, ?, ?)"
            + " ON CONFLICT (order_id) DO UPDATE SET quantity = excluded.quantity, price = excluded.price,"
            + " stop_price = excluded.stop_price, trail_pct = excluded.trail_pct,"
            + " trail_amount = excluded.trail_amount, triggered = excluded.triggered,"
            + " reference = excluded.reference, status = excluded.status, filled_quantity = excluded.filled_quantity,"
            + " average_price = excluded.average_price, venue_order_id = excluded.venue_order_id,"
            + " updated_at = excluded.updated_at";

    private static final String ADD_TRANSITION =
            "INSERT INTO order_transition (order_id, status, event, cause, at, evidence)"
                    + " VALUES (?, ?, ?, ?, ?, ?)";

    private static final String ADD_FILL = "INSERT INTO fill (fill_id, order_id, account_id, user_id, venue,"
            + " venue_fill_id, instrument, side, price, quantity, fee, fee_currency, tax, realized_pnl, strategy_id,"
            + " at, market_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    private final Json json;

    OrderRecorder(Json json) {
        this.json = json;
    }

    /** A new order, risk-checked and not sent. */
    void placed(LaneTurn turn, Order order) {
        set(turn.account(), order, turn.journal());
        transition(order, "Placed", "Checked and stored.", order.createdAt(), turn.journal());
    }

    /** One transition with everything it changed in the book; that a stop followed the market is no news to anybody. */
    void changed(LaneTurn turn, PortfolioChange change, BigDecimal realizedBefore) {
        Account account = turn.account();
        LaneJournal journal = turn.journal();
        Transition transition = change.transition();
        Order order = transition.order();
        set(account, order, journal);
        OrderEvent event = transition.event();
        if (event instanceof OrderEvent.Trailed) {
            return;
        }
        transition(order, event, event.cause(), journal);
        Fill fill = transition.fill();
        if (fill == null) {
            tell(account, order, event, journal);
        } else {
            BigDecimal realized = realized(change).subtract(realizedBefore);
            fill(account, order, fill, realized, journal);
            books(turn, change, fill);
        }
    }

    /** Something that a person should see. */
    void alarm(LaneTurn turn, Order order, String what) {
        turn.journal()
                .tell(
                        new TradingEvents.OrderAlarm(
                                order.id().value(),
                                turn.account().id().value(),
                                order.instrument().id().toString(),
                                order.status().name(),
                                what,
                                turn.account().mode()),
                        order.id().value());
    }

    /** An event that cannot be true of the order, or told nothing new: kept for whoever looks into it. */
    void odd(LaneTurn turn, Transition transition) {
        OrderEvent event = transition.event();
        transition(transition.order(), event, "Ignored: " + event.cause(), turn.journal());
    }

    static BigDecimal realized(PortfolioChange change) {
        return change.positions().stream().map(Position::realized).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private void set(Account account, Order order, LaneJournal journal) {
        OrderRequest request = order.request();
        Trail trail = request.trigger().trail();
        Origin.Leg leg = order.leg();
        Protection protection = request.protection();
        journal.keep(order);
        journal.set(
                SET_ORDER,
                order.id(),
                order.id().value(),
                account.id().value(),
                account.userId(),
                order.clientOrderId(),
                order.instrument().id().toString(),
                order.side(),
                order.type(),
                order.quantity().value(),
                request.quoteAmount(),
                number(order.price()),
                number(order.stopPrice()),
                trail == null ? null : number(trail.percent()),
                trail == null ? null : trail.amount(),
                number(request.trigger().activationPrice()),
                order.triggered(),
                request.timeInForce(),
                request.expiresAt(),
                request.postOnly(),
                request.reduceOnly(),
                order.status(),
                order.filledQuantity().value(),
                number(order.averagePrice()),
                request.origin().kind(),
                strategyOf(order),
                leg == null ? null : leg.plan().value(),
                leg == null ? null : leg.name(),
                leg == null ? null : leg.attempt(),
                leg != null && leg.exclusive(),
                number(protection.takeProfit()),
                number(protection.stopLoss()),
                protection.isPlain() ? null : json.write(StoredProtection.of(protection)),
                number(order.reference()),
                order.venueOrderId(),
                order.createdAt(),
                order.updatedAt());
    }

    private static void transition(Order order, String event, String cause, Instant at, LaneJournal journal) {
        journal.add(ADD_TRANSITION, order.id().value(), order.status(), event, cause, at, null);
    }

    private static void transition(Order order, OrderEvent event, String cause, LaneJournal journal) {
        String name = event.getClass().getSimpleName();
        journal.add(ADD_TRANSITION, order.id().value(), order.status(), name, cause, event.at(), evidence(event));
    }

    /** The venue's number of what happened, where it has one. */
    private static String evidence(OrderEvent event) {
        return switch (event) {
            case OrderEvent.Filled filled -> filled.fill().id().value();
            case OrderEvent.Accepted accepted -> accepted.venueOrderId();
            default -> null;
        };
    }

    private void fill(Account account, Order order, Fill fill, BigDecimal realized, LaneJournal journal) {
        String venue = order.instrument().id().venue();
        UUID fillId = Derived.uuid(fill.time(), "fill " + account.id() + " " + venue + " " + fill.id());
        UUID strategy = strategyOf(order);
        journal.add(
                ADD_FILL,
                fillId,
                order.id().value(),
                account.id().value(),
                account.userId(),
                venue,
                fill.id().value(),
                order.instrument().id().toString(),
                order.side(),
                fill.price().value(),
                fill.quantity().value(),
                fill.fee().amount(),
                fill.fee().currency().code(),
                fill.tax().amount(),
                realized,
                strategy,
                fill.time(),
                fill.marketTime());
        journal.tell(
                new TradingEvents.OrderFilled(
                        order.id().value(),
                        fillId,
                        account.id().value(),
                        order.instrument().id().toString(),
                        order.side().name(),
                        fill.price().value(),
                        fill.quantity().value(),
                        fill.fee().amount(),
                        fill.fee().currency().code(),
                        order.status().name(),
                        realized,
                        fill.marketTime(),
                        account.mode(),
                        strategy,
                        order.request().origin().kind().name().toLowerCase(Locale.ROOT)),
                order.id().value());
    }

    private static void books(LaneTurn turn, PortfolioChange change, Fill fill) {
        BookJournal.entries(turn, change.entries(), fill.time());
        change.positions().forEach(position -> BookJournal.position(turn, position));
    }

    private static void tell(Account account, Order order, OrderEvent event, LaneJournal journal) {
        UUID id = order.id().value();
        if (event instanceof OrderEvent.Submitted) {
            journal.tell(
                    new TradingEvents.OrderSubmitted(
                            id,
                            account.id().value(),
                            order.instrument().id().toString(),
                            order.side().name(),
                            order.type().name(),
                            order.quantity().value(),
                            number(order.price()),
                            account.mode(),
                            strategyOf(order)),
                    id);
            return;
        }
        journal.tell(
                new TradingEvents.OrderUpdated(
                        id,
                        account.id().value(),
                        order.instrument().id().toString(),
                        order.side().name(),
                        order.type().name(),
                        order.status().name(),
                        order.quantity().value(),
                        order.filledQuantity().value(),
                        number(order.averagePrice()),
                        number(order.price()),
                        event.cause(),
                        account.mode()),
                id);
    }

    private static UUID strategyOf(Order order) {
        var strategy = order.request().origin().strategy();
        return strategy == null ? null : strategy.value();
    }

    private static BigDecimal number(Price price) {
        return price == null ? null : price.value();
    }

    private static BigDecimal number(Percent percent) {
        return percent == null ? null : percent.value();
    }
}
