package dev.moa.trading.order;

import dev.moa.broker.paper.PaperGateway;
import dev.moa.domain.instrument.InstrumentId;
import dev.moa.domain.order.Amendment;
import dev.moa.domain.order.Order;
import dev.moa.domain.order.OrderRequest;
import dev.moa.domain.order.OrderStatus;
import dev.moa.domain.portfolio.Portfolio;
import dev.moa.domain.risk.Refusal;
import dev.moa.domain.risk.RiskVerdict;
import dev.moa.domain.simulation.FillModel;
import dev.moa.domain.simulation.PriceMove;
import dev.moa.domain.simulation.Quote;
import dev.moa.domain.value.InvalidValue;
import dev.moa.domain.value.OrderId;
import dev.moa.domain.value.Price;
import dev.moa.domain.value.Quantity;
import dev.moa.platform.Ids;
import dev.moa.platform.crash.CrashPoint;
import dev.moa.trading.account.Handover;
import dev.moa.trading.account.LaneTurn;
import dev.moa.trading.connection.AccountRules;
import dev.moa.trading.price.QuoteBoard;
import dev.moa.trading.risk.RiskDesk;
import dev.moa.trading.venue.Auctions;
import dev.moa.trading.venue.EntryGate;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/** Turns a wish into an order: sized, checked, reserved and stored, then on its way to the venue. */
@Singleton
public class OrderPlacement {
    private final RiskDesk risk;
    private final EntryGate gate;
    private final AccountRules accounts;
    private final Auctions auctions;
    private final QuoteBoard quotes;
    private final OrderRecorder recorder;
    private final OrderProgress progress;
    private final HouseholdTrades household;
    private final Handover handover;
    private final KeptStops stops;
    private final Clock clock;

    OrderPlacement(
            RiskDesk risk,
            EntryGate gate,
            AccountRules accounts,
            Auctions auctions,
            QuoteBoard quotes,
            OrderRecorder recorder,
            OrderProgress progress,
            HouseholdTrades household,
            Handover handover,
            KeptStops stops,
            Clock clock) {
        this.stops = stops;
        this.handover = handover;
        this.risk = risk;
        this.gate = gate;
        this.accounts = accounts;
        this.auctions = auctions;
        this.quotes = quotes;
        this.recorder = recorder;
        this.progress = progress;
        this.household = household;
        this.clock = clock;
    }

    /** Places the order at the latest price: at once on paper, else it is sent when the turn is committed. */
    public Placement place(LaneTurn turn, OrderRequest request, String clientOrderId) {
        if (turn.lane().venue() instanceof PaperGateway paper) {
            paper.stir(request.instrument().id());
        }
        Quote latest = quotes.latest(request.instrument().id()).orElse(null);
        if (latest != null) {
            turn.book().mark(request.instrument().id(), latest.last());
        }
        return placeAt(turn, request, clientOrderId, latest);
    }

    /**
     * The same against a market that is given, and may be null when nobody knows a price.
     *
     * @param clientOrderId null for the order's own id
     */
    public Placement placeAt(LaneTurn turn, OrderRequest request, String clientOrderId, Quote latest) {
        Placement placement = decide(turn, request, latest);
        if (placement instanceof Placement.Accepted(Order unnamed)) {
            Order order = clientOrderId == null ? unnamed : unnamed.named(clientOrderId);
            enter(turn, order);
            return new Placement.Accepted(send(turn, order, latest));
        }
        return placement;
    }

    /**
     * A venue that another process could see must not hear of the order before it is durable; the simulated one is part
     * of this transaction, which then leaves all of it or nothing.
     */
    private Order send(LaneTurn turn, Order order, Quote latest) {
        if (turn.lane().venue() instanceof PaperGateway) {
            return desk(turn).trade(order, latest);
        }
        turn.journal().afterCommit(() -> {
            CrashPoint.at("CP03");
            progress.resume(turn.lane(), order);
        });
        stops.look(turn, order, latest);
        return order;
    }

    /** What would become of this wish, without placing it: sized and checked. */
    public Checked check(LaneTurn turn, OrderRequest request, Quote market) {
        return switch (decide(turn, request, market)) {
            case Placement.Accepted(Order order) -> new Checked(order.request(), new RiskVerdict(List.of()));
            case Placement.Refused(RiskVerdict verdict) -> new Checked(request, verdict);
        };
    }

    /** @param request with a definite quantity when it was approved */
    public record Checked(OrderRequest request, RiskVerdict verdict) {}

    /** Whether the account of this turn trades in Moa's simulator, which alone moves with prices and recordings. */
    public boolean isPaper(LaneTurn turn) {
        return turn.lane().venue() instanceof PaperGateway;
    }

    /** A desk for one turn of a paper account's lane. */
    public LaneDesk desk(LaneTurn turn) {
        return new LaneDesk(this, progress, turn);
    }

    /** A price moved that matters to an account at a broker: stops that its venue does not know wait with us. */
    void moved(LaneTurn turn, InstrumentId instrument, PriceMove move) {
        stops.move(this, turn, instrument, move);
    }

    /** Ends what waits with us and whose time was over at this moment. */
    void expireKept(LaneTurn turn, Instant over) {
        stops.expire(turn, over);
    }

    Auctions auctions() {
        return auctions;
    }

    HouseholdTrades household() {
        return household;
    }

    /** Inside a task of the lane: on paper it is cancelled at once, else the venue is asked when the turn is committed. */
    public void cancel(LaneTurn turn, Order order, String cause) {
        if (turn.lane().venue() instanceof PaperGateway) {
            desk(turn).withdraw(order, cause);
        } else {
            progress.cancel(turn, order.id(), cause);
        }
    }

    /** As {@link #place} against this market, for what follows a fill within the same step. */
    public Placement placeAt(LaneTurn turn, OrderRequest request, Quote market) {
        if (!(turn.lane().venue() instanceof PaperGateway)) {
            return place(turn, request, null);
        }
        LaneDesk desk = desk(turn);
        desk.place(request, market);
        return desk.takeLast().orElseThrow();
    }

    /**
     * Inside a task of the lane: gives an open order other terms, checked as if it were placed anew.
     *
     * @return what speaks against it; approved when it was changed, or the venue is asked to
     * @throws InvalidValue naming the term that does not belong to the order
     */
    public RiskVerdict amend(LaneTurn turn, Order order, Amendment to) {
        to.checkFor(order.request());
        if (to.quantity() != null && to.quantity().compareTo(order.filledQuantity()) <= 0) {
            throw new InvalidValue("quantity", "must be above what is filled already");
        }
        OrderRequest wanted = to.applyTo(order.request());
        Quote latest = quotes.latest(order.instrument().id()).orElse(null);
        Quantity filled = order.filledQuantity();
        OrderRequest rest = wanted.withQuantity(wanted.quantity().minus(filled));
        Portfolio book = without(turn.book(), order);
        Placement checked = to.lowers(order.request())
                ? verdict(turn, rest, latest, book, expected -> risk.checkLowered(rest, expected, book))
                : check(turn, rest, latest, book);
        if (checked instanceof Placement.Refused refused) {
            return refused.verdict();
        }
        if (turn.lane().venue() instanceof PaperGateway) {
            if (!desk(turn).amend(order, to)) {
                return new RiskVerdict(List.of(new Refusal(
                        "not_amended", "The order could not be changed: it is being traded, or would trade at once.")));
            }
        } else if (order.status() == OrderStatus.PENDING_NEW) {
            stops.amend(turn, order, to, latest);
        } else if (handover.mayChange(turn.lane())) {
            handover.amend(turn, order, to);
        } else {
            return new RiskVerdict(
                    List.of(new Refusal("not_amended", "This broker changes no orders: cancel it and place another.")));
        }
        return new RiskVerdict(List.of());
    }

    /** A copy of the book in which the order was never placed. */
    private static Portfolio without(Portfolio book, Order order) {
        Portfolio copy = Portfolio.of(book.snapshot().without(order.id()));
        book.positions().forEach(held -> copy.mark(held.instrument().id(), book.markOf(held)));
        return copy;
    }

    /** What would become of a request, without any effect. */
    public Placement preview(LaneTurn turn, OrderRequest request) {
        return check(turn, request, quotes.latest(request.instrument().id()).orElse(null), turn.book());
    }

    Placement decide(LaneTurn turn, OrderRequest request, Quote market) {
        return check(turn, request, market, turn.book());
    }

    private Placement check(LaneTurn turn, OrderRequest request, Quote market, Portfolio book) {
        Price expected = expected(request, market);
        OrderRequest sized = expected == null ? request : request.sized(expected);
        return verdict(turn, sized, market, book, _ -> risk.check(turn.risk(), sized, expected, book));
    }

    private static Price expected(OrderRequest request, Quote market) {
        return market == null ? null : FillModel.SIGNAL_CLOSE.taker(request.instrument(), request.side(), market);
    }

    /** @param risks what the risk desk has against it at the price it may trade at */
    private Placement verdict(
            LaneTurn turn, OrderRequest sized, Quote market, Portfolio book, Function<Price, RiskVerdict> risks) {
        List<Refusal> closed = accounts.refusals(turn, sized);
        if (!closed.isEmpty()) {
            return new Placement.Refused(new RiskVerdict(closed));
        }
        Price expected = expected(sized, market);
        RiskVerdict verdict = gate.check(risks.apply(expected), sized, expected, book);
        return verdict.approved()
                ? new Placement.Accepted(
                        Order.create(new OrderId(Ids.next()), turn.account().id(), sized, expected, clock.instant()))
                : new Placement.Refused(verdict);
    }

    void enter(LaneTurn turn, Order order) {
        turn.book().place(order);
        risk.placed(turn.risk(), order);
        recorder.placed(turn, order);
    }
}
