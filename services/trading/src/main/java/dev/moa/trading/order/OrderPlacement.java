package dev.moa.trading.order;

import dev.moa.broker.paper.PaperGateway;
import dev.moa.domain.order.Order;
import dev.moa.domain.order.OrderRequest;
import dev.moa.domain.risk.Refusal;
import dev.moa.domain.risk.RiskVerdict;
import dev.moa.domain.simulation.FillModel;
import dev.moa.domain.simulation.Quote;
import dev.moa.domain.value.OrderId;
import dev.moa.domain.value.Price;
import dev.moa.platform.Ids;
import dev.moa.platform.crash.CrashPoint;
import dev.moa.trading.account.LaneTurn;
import dev.moa.trading.connection.AccountRules;
import dev.moa.trading.price.QuoteBoard;
import dev.moa.trading.risk.RiskDesk;
import dev.moa.trading.venue.EntryGate;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;

/** Turns a wish into an order: sized, checked, reserved and stored, then on its way to the venue. */
@Singleton
public class OrderPlacement {
    private final RiskDesk risk;
    private final EntryGate gate;
    private final AccountRules accounts;
    private final QuoteBoard quotes;
    private final OrderRecorder recorder;
    private final OrderProgress progress;
    private final Clock clock;

    OrderPlacement(
            RiskDesk risk,
            EntryGate gate,
            AccountRules accounts,
            QuoteBoard quotes,
            OrderRecorder recorder,
            OrderProgress progress,
            Clock clock) {
        this.risk = risk;
        this.gate = gate;
        this.accounts = accounts;
        this.quotes = quotes;
        this.recorder = recorder;
        this.progress = progress;
        this.clock = clock;
    }

    /** Places the order at the latest price: at once on paper, else it is sent when the turn is committed. */
    public Placement place(LaneTurn turn, OrderRequest request, String clientOrderId) {
        Quote latest = quotes.latest(request.instrument().id()).orElse(null);
        if (latest != null) {
            turn.book().mark(request.instrument().id(), latest.last());
        }
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
            return desk(turn).send(order, latest);
        }
        turn.journal().afterCommit(() -> {
            CrashPoint.at("CP03");
            progress.resume(turn.lane(), order);
        });
        return order;
    }

    /** A desk for one turn of a paper account's lane. */
    public LaneDesk desk(LaneTurn turn) {
        return new LaneDesk(this, progress, turn);
    }

    Placement decide(LaneTurn turn, OrderRequest request, Quote market) {
        Price expected =
                market == null ? null : FillModel.SIGNAL_CLOSE.taker(request.instrument(), request.side(), market);
        OrderRequest sized = expected == null ? request : request.sized(expected);
        List<Refusal> closed = accounts.refusals(turn, sized);
        if (!closed.isEmpty()) {
            return new Placement.Refused(new RiskVerdict(closed));
        }
        RiskVerdict verdict = gate.check(
                risk.check(turn.account().userId(), sized, expected, turn.book()), sized, expected, turn.book());
        return verdict.approved()
                ? new Placement.Accepted(
                        Order.create(new OrderId(Ids.next()), turn.account().id(), sized, expected, clock.instant()))
                : new Placement.Refused(verdict);
    }

    void enter(LaneTurn turn, Order order) {
        turn.book().place(order);
        recorder.placed(turn, order);
    }
}
