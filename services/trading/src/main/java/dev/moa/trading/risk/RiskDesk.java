package dev.moa.trading.risk;

import dev.moa.domain.order.Order;
import dev.moa.domain.order.OrderRequest;
import dev.moa.domain.portfolio.Portfolio;
import dev.moa.domain.portfolio.PortfolioChange;
import dev.moa.domain.risk.Refusal;
import dev.moa.domain.risk.RiskContext;
import dev.moa.domain.risk.RiskLimits;
import dev.moa.domain.risk.RiskPolicy;
import dev.moa.domain.risk.RiskState;
import dev.moa.domain.risk.RiskVerdict;
import dev.moa.domain.risk.facts.RiskFacts;
import dev.moa.domain.value.Money;
import dev.moa.domain.value.Price;
import dev.moa.domain.value.StrategyId;
import dev.moa.trading.risk.limit.LevelKey;
import dev.moa.trading.risk.limit.LimitBook;
import dev.moa.trading.risk.limit.RiskStates;
import dev.moa.trading.risk.limit.RiskStates.Held;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Checks every order against the states and limits of all its levels before it exists, and remembers what happened. */
@Singleton
public class RiskDesk implements FillWatch {
    private final LimitBook limits;
    private final RiskStates states;
    private final RiskMemory memory;

    RiskDesk(LimitBook limits, RiskStates states, RiskMemory memory) {
        this.limits = limits;
        this.states = states;
        this.memory = memory;
    }

    /**
     * Every reason against the order; first what halts trading, then the order itself, then each level from the
     * household down. Only on the account's lane.
     *
     * @param market what the order is expected to trade at; null when nobody knows a price
     * @param book the turn's, or one that shows how it would be
     */
    public RiskVerdict check(RiskTurn turn, OrderRequest request, Price market, Portfolio book) {
        RiskContext order = new RiskContext(request, market, book, RiskLimits.NONE);
        List<Refusal> reasons = new ArrayList<>();
        List<LevelKey> levels = levels(turn, request);
        if (!order.onlyReduces()) {
            states.holding(levels, request.instrument().id()).forEach(held -> reasons.add(refusal(held)));
        }
        reasons.addAll(RiskPolicy.ORDER.evaluate(order).reasons());
        for (LevelKey level : levels) {
            RiskLimits ofLevel = limits.of(level);
            if (!ofLevel.isNone()) {
                RiskFacts facts = memory.facts(turn, level);
                reasons.addAll(RiskPolicy.LIMITS
                        .evaluate(new RiskContext(request, market, book, ofLevel, facts))
                        .reasons());
            }
        }
        return new RiskVerdict(reasons);
    }

    /**
     * Every reason against other terms of a resting order that risk less than those it has: the order itself, never a limit,
     * for nothing is begun by it. Only on the account's lane.
     */
    public RiskVerdict checkLowered(OrderRequest request, Price market, Portfolio book) {
        return RiskPolicy.ORDER.evaluate(new RiskContext(request, market, book, RiskLimits.NONE));
    }

    static Refusal refusal(Held held) {
        String where = held.hold().instrument().isEmpty()
                ? held.hold().key().level().title()
                : held.hold().instrument();
        return held.state() == RiskState.HALTED
                ? new Refusal(
                        "trading_halted",
                        "Trading is halted for %s: %s".formatted(where, held.cause()),
                        held.hold().key().level())
                : new Refusal(
                        "reduce_only_state",
                        "Positions of %s may only be reduced: %s".formatted(where, held.cause()),
                        held.hold().key().level());
    }

    private static List<LevelKey> levels(RiskTurn turn, OrderRequest request) {
        StrategyId strategy = request.origin().strategy();
        LevelKey user = LevelKey.user(turn.userId());
        LevelKey account = LevelKey.account(turn.account());
        return strategy == null
                ? List.of(LevelKey.HOUSEHOLD, user, account)
                : List.of(LevelKey.HOUSEHOLD, user, account, LevelKey.strategy(strategy));
    }

    /** An order was taken into the book; joins the lane's transaction. */
    public void placed(RiskTurn turn, Order order) {
        memory.placed(turn, order);
        memory.measure(turn, isShared(turn));
    }

    /** Other lanes look at these figures too when they decide. */
    private boolean isShared(RiskTurn turn) {
        return !limits.of(LevelKey.HOUSEHOLD).isNone() || memory.hasSeveral(turn.userId(), turn.mode());
    }

    /**
     * Money was paid in or taken out, and is in the book already: the peak moves with it, so that the fall from it stays the
     * share that it was.
     */
    public void paid(RiskTurn turn, Money flow) {
        memory.paid(turn, flow);
    }

    @Override
    public void booked(RiskTurn turn, PortfolioChange change, BigDecimal profit) {
        memory.booked(turn, change, profit);
    }

    /** A price moved, or a lane begins: measures the equity, at most once a second unless {@code now}. */
    public void measure(RiskTurn turn, boolean now) {
        memory.measure(turn, now);
    }
}
