package dev.moa.trading.order;

import dev.moa.domain.instrument.Instrument;
import dev.moa.domain.instrument.InstrumentId;
import dev.moa.domain.instrument.VenueRules;
import dev.moa.domain.order.Amendment;
import dev.moa.domain.order.Order;
import dev.moa.domain.order.OrderEvent;
import dev.moa.domain.order.OrderRequest;
import dev.moa.domain.order.Origin;
import dev.moa.domain.portfolio.Position;
import dev.moa.domain.simulation.CandleStep;
import dev.moa.domain.simulation.PriceMove;
import dev.moa.domain.simulation.Quote;
import dev.moa.domain.simulation.Waking;
import dev.moa.domain.value.PositionId;
import dev.moa.domain.value.Quantity;
import dev.moa.trading.account.Handover;
import dev.moa.trading.account.LaneTurn;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Stops that wait with us because their venue knows none: orders asleep in PENDING_NEW, and the exits of positions. When a price
 * sets one off, a plain order leaves for the venue, as any other: stored first, sent once.
 */
@Singleton
final class KeptStops {
    private static final Set<Origin.Kind> EXITS =
            EnumSet.of(Origin.Kind.STOP_LOSS, Origin.Kind.TAKE_PROFIT, Origin.Kind.TIME_STOP);

    private final OrderProgress progress;
    private final Handover handover;
    private final Clock clock;
    private static final Duration BEFORE_NEXT_TRY = Duration.ofSeconds(3);

    /** When an exit left last, and how much was held then. */
    private record Tried(Instant at, Quantity held) {}

    /** Exits that wait until the orders are gone which would sell the same holdings. */
    private final Map<PositionId, OrderRequest> waiting = new ConcurrentHashMap<>();

    private final Map<PositionId, Tried> tried = new ConcurrentHashMap<>();

    KeptStops(OrderProgress progress, Handover handover, Clock clock) {
        this.progress = progress;
        this.handover = handover;
        this.clock = clock;
    }

    /** Inside a task of the lane of an account at a broker: a price moved. */
    void move(OrderPlacement placement, LaneTurn turn, InstrumentId id, PriceMove move) {
        for (Order order : List.copyOf(turn.book().openOrders())) {
            if (order.instrument().id().equals(id)) {
                wake(turn, order, move);
            }
        }
        turn.book().position(id).ifPresent(held -> exits(placement, turn, held, move));
    }

    /** The same for one order that was just placed or changed, at the price there is; null when nobody knows one. */
    void look(LaneTurn turn, Order order, Quote latest) {
        if (latest != null) {
            wake(turn, order, PriceMove.at(latest.last(), latest.at()));
        }
    }

    private void wake(LaneTurn turn, Order order, PriceMove move) {
        Instant now = clock.instant();
        if (!handover.isKept(turn.lane(), order)) {
            return;
        }
        if (order.isOver(now)) {
            progress.cancel(turn, order.id(), "Its time was over.");
            return;
        }
        Waking.of(order, move, now).events().forEach(event -> progress.apply(turn, event));
        turn.book()
                .openOrder(order.id())
                .filter(awake -> !awake.isAsleep())
                .ifPresent(awake -> turn.journal().afterCommit(() -> progress.resume(turn.lane(), awake)));
    }

    /** Orders for the day end also when no price moves any more. */
    void expire(LaneTurn turn, Instant over) {
        for (Order order : List.copyOf(turn.book().openOrders())) {
            if (handover.isKept(turn.lane(), order) && order.isOver(over)) {
                progress.cancel(turn, order.id(), "Its time was over.");
            }
        }
    }

    /** New terms for an order that is not at the venue yet. */
    void amend(LaneTurn turn, Order order, Amendment to, Quote latest) {
        Order changed =
                progress.apply(turn, new OrderEvent.Amended(order.id(), to, clock.instant(), "Changed on request."));
        look(turn, changed, latest);
    }

    private void exits(OrderPlacement placement, LaneTurn turn, Position held, PriceMove move) {
        boolean leaving = turn.book().openOrders().stream()
                .anyMatch(order -> order.leg() == null
                        && order.instrument().id().equals(held.instrument().id())
                        && EXITS.contains(order.request().origin().kind()));
        if (leaving || wasRefused(held)) {
            return;
        }
        OrderRequest wanted = waiting.remove(held.id());
        BrokerDesk desk = new BrokerDesk(placement, progress, turn, waiting);
        if (wanted != null) {
            desk.place(wanted.withQuantity(wanted.quantity().min(held.quantity())), null);
        } else {
            Instrument instrument = VenueRules.instrument(held.instrument().id());
            CandleStep.protect(desk, instrument, move);
        }
        if (desk.hasPlaced()) {
            tried.put(held.id(), new Tried(clock.instant(), held.quantity()));
        }
    }

    /** An exit that has just left and changed nothing was refused by the venue: it is not sent again with every price. */
    private boolean wasRefused(Position held) {
        Tried last = tried.get(held.id());
        return last != null
                && last.held().equals(held.quantity())
                && clock.instant().isBefore(last.at().plus(BEFORE_NEXT_TRY));
    }
}
