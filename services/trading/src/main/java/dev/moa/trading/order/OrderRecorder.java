package dev.moa.trading.order;

import dev.moa.contract.TradingEvents;
import dev.moa.domain.order.Fill;
import dev.moa.domain.order.Order;
import dev.moa.domain.order.OrderEvent;
import dev.moa.domain.order.Transition;
import dev.moa.domain.portfolio.LedgerEntry;
import dev.moa.domain.portfolio.PortfolioChange;
import dev.moa.domain.portfolio.Position;
import dev.moa.domain.value.Derived;
import dev.moa.domain.value.Percent;
import dev.moa.domain.value.Price;
import dev.moa.trading.account.Account;
import dev.moa.trading.account.BookStore;
import dev.moa.trading.account.LaneJournal;
import dev.moa.trading.account.LaneTurn;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.UUID;

/** Writes what became of an order: its row, the transition, the fill, the books, and the facts that tell others. */
@Singleton
final class OrderRecorder {
    private static final String SET_ORDER = "INSERT INTO orders (order_id, account_id, user_id, client_order_id,"
            + " instrument, side, type, quantity, quote_amount, price, time_in_force, reduce_only, status,"
            + " filled_quantity, average_price, origin, strategy_id, take_profit_pct, stop_loss_pct, reference,"
            + " venue_order_id, created_at, updated_at)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
            + " ON CONFLICT (order_id) DO UPDATE SET quantity = excluded.quantity, price = excluded.price,"
            + " status = excluded.status, filled_quantity = excluded.filled_quantity,"
            + " average_price = excluded.average_price, venue_order_id = excluded.venue_order_id,"
            + " updated_at = excluded.updated_at";

    private static final String ADD_TRANSITION =
            "INSERT INTO order_transition (order_id, status, event, cause, at) VALUES (?, ?, ?, ?, ?)";

    private static final String ADD_FILL = "INSERT INTO fill (fill_id, order_id, account_id, user_id, venue,"
            + " venue_fill_id, instrument, side, price, quantity, fee, fee_currency, realized_pnl, strategy_id, at,"
            + " market_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    /** A new order, risk-checked and not sent. */
    void placed(LaneTurn turn, Order order) {
        set(turn.account(), order, turn.journal());
        transition(order, "Placed", "Checked and stored.", order.createdAt(), turn.journal());
    }

    /** One transition with everything it changed in the book. */
    void changed(LaneTurn turn, PortfolioChange change, BigDecimal realizedBefore) {
        Account account = turn.account();
        LaneJournal journal = turn.journal();
        Transition transition = change.transition();
        Order order = transition.order();
        set(account, order, journal);
        OrderEvent event = transition.event();
        transition(order, nameOf(event), event.cause(), event.at(), journal);
        Fill fill = transition.fill();
        if (fill == null) {
            tell(account, order, event, journal);
        } else {
            BigDecimal realized = realized(change).subtract(realizedBefore);
            fill(account, order, fill, realized, journal);
            books(turn, change, fill);
        }
    }

    /** An event that cannot be true of the order, or told nothing new: kept for whoever looks into it. */
    void odd(LaneTurn turn, Transition transition) {
        OrderEvent event = transition.event();
        transition(transition.order(), nameOf(event), "Ignored: " + event.cause(), event.at(), turn.journal());
    }

    static BigDecimal realized(PortfolioChange change) {
        return change.positions().stream().map(Position::realized).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private void set(Account account, Order order, LaneJournal journal) {
        UUID strategy = strategyOf(order);
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
                order.request().quoteAmount(),
                number(order.price()),
                order.request().timeInForce(),
                order.request().reduceOnly(),
                order.status(),
                order.filledQuantity().value(),
                number(order.averagePrice()),
                order.request().origin().kind(),
                strategy,
                number(order.request().protection().takeProfit()),
                number(order.request().protection().stopLoss()),
                number(order.reference()),
                order.venueOrderId(),
                order.createdAt(),
                order.updatedAt());
    }

    private void transition(Order order, String event, String cause, java.time.Instant at, LaneJournal journal) {
        journal.add(ADD_TRANSITION, order.id().value(), order.status(), event, cause, at);
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

    private void books(LaneTurn turn, PortfolioChange change, Fill fill) {
        Account account = turn.account();
        LaneJournal journal = turn.journal();
        UUID id = account.id().value();
        for (LedgerEntry entry : change.entries()) {
            journal.add(
                    BookStore.ADD_ENTRY,
                    id,
                    entry.transaction(),
                    entry.account(),
                    entry.amount().currency().code(),
                    entry.amount().amount(),
                    fill.time());
            var currency = entry.amount().currency();
            journal.set(
                    BookStore.SET_CASH,
                    currency,
                    id,
                    currency.code(),
                    turn.book().cash(currency).total());
        }
        for (Position position : change.positions()) {
            journal.set(
                    BookStore.SET_POSITION,
                    position.id(),
                    BookStore.positionRow(account.id(), account.userId(), position));
            journal.tell(
                    new TradingEvents.PositionChanged(
                            position.id().value(),
                            id,
                            position.instrument().id().toString(),
                            position.direction().name(),
                            position.quantity().value(),
                            position.entryPrice().value(),
                            position.realized(),
                            number(position.stopLoss()),
                            number(position.takeProfit()),
                            account.mode()),
                    position.id().value());
        }
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

    private static String nameOf(OrderEvent event) {
        return event.getClass().getSimpleName();
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
