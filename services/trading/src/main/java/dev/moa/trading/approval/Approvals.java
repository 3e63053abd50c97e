package dev.moa.trading.approval;

import dev.moa.contract.TradingEvents.ApprovalDecided;
import dev.moa.contract.TradingEvents.ApprovalRequested;
import dev.moa.domain.order.OrderRequest;
import dev.moa.domain.value.Percent;
import dev.moa.platform.Ids;
import dev.moa.platform.identity.Caller;
import dev.moa.platform.outbox.Outbox;
import dev.moa.platform.page.Page;
import dev.moa.platform.page.PageRequest;
import dev.moa.platform.problem.DependencyAway;
import dev.moa.platform.problem.Problem;
import dev.moa.platform.sql.Sql;
import dev.moa.trading.account.LaneTurn;
import dev.moa.trading.signal.ApprovalRequests;
import dev.moa.trading.signal.Signals;
import dev.moa.trading.strategy.Strategy;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Orders that wait for a person: stored, shown, given up when nobody decides in time. */
@Singleton
class Approvals implements ApprovalRequests {
    private static final Logger LOG = LoggerFactory.getLogger(Approvals.class);

    private final ApprovalStore store;
    private final Signals signals;
    private final Outbox outbox;
    private final Sql sql;
    private final Clock clock;

    Approvals(ApprovalStore store, Signals signals, Outbox outbox, Sql sql, Clock clock) {
        this.store = store;
        this.signals = signals;
        this.outbox = outbox;
        this.sql = sql;
        this.clock = clock;
    }

    @Override
    public boolean areWaiting(Strategy strategy) {
        return store.areWaiting(strategy.id());
    }

    @Override
    public void ask(LaneTurn turn, Wish wish) {
        Strategy strategy = wish.strategy();
        Instant now = clock.instant();
        Approval approval = new Approval(
                Ids.next(),
                wish.signalId(),
                wish.number(),
                strategy.id(),
                strategy.name(),
                strategy.userId(),
                strategy.accountId(),
                stored(wish),
                Approval.State.WAITING,
                null,
                now.plus(Duration.ofMinutes(strategy.approval().minutes())),
                now);
        turn.journal().add(ApprovalStore.ADD, JdbcApprovalStore.row(approval));
        turn.journal().tell(requested(approval, turn.account().mode()), approval.id());
    }

    private static Approval.Wish stored(Wish wish) {
        OrderRequest request = wish.request();
        return new Approval.Wish(
                request.instrument().id().toString(),
                request.side(),
                request.quantity().value(),
                request.price() == null ? null : request.price().value(),
                request.reduceOnly(),
                number(request.protection().takeProfit()),
                number(request.protection().stopLoss()),
                request.protection().trail() == null
                        ? null
                        : number(request.protection().trail().percent()),
                wish.reference().value(),
                wish.strategy().approval().movePct());
    }

    private static ApprovalRequested requested(Approval approval, String mode) {
        Approval.Wish wish = approval.wish();
        return new ApprovalRequested(
                approval.id(),
                approval.strategyId().value(),
                approval.strategyName(),
                approval.accountId().value(),
                wish.instrument(),
                wish.side().name(),
                wish.quantity(),
                wish.price(),
                wish.reference(),
                wish.movePct(),
                mode,
                approval.expiresAt());
    }

    static ApprovalDecided decided(Approval approval, Approval.State state, Approval.Decision decision) {
        return new ApprovalDecided(
                approval.id(),
                approval.strategyId().value(),
                approval.strategyName(),
                approval.wish().instrument(),
                approval.wish().side().name(),
                approval.wish().quantity(),
                state.name(),
                decision.reasons(),
                decision.orderId());
    }

    private static BigDecimal number(Percent percent) {
        return percent == null ? null : percent.value();
    }

    /** One that the caller may decide about; for everybody else there is none. */
    Approval find(Caller caller, UUID id) {
        return store.find(id)
                .filter(approval -> ApprovalRule.mayDecide(caller, approval))
                .orElseThrow(Problem::notFound);
    }

    Page<Approval> list(Caller caller, List<String> states, PageRequest page) {
        return store.ofUser(caller.userId(), states, page);
    }

    @Scheduled(fixedDelay = "5s", initialDelay = "5s")
    void giveUp() {
        try {
            giveUpLate();
        } catch (DependencyAway away) {
            LOG.debug("looked again later: {}", away.detail());
        }
    }

    void giveUpLate() {
        Instant now = clock.instant();
        sql.inTransaction(() -> store.expire(now).forEach(approval -> {
            if (!store.isUndecided(approval.signalId())) {
                signals.disapproved(approval.signalId(), "EXPIRED", List.of("Nobody agreed in time."));
            }
            outbox.append(
                    decided(approval, Approval.State.EXPIRED, approval.decision()),
                    approval.id().toString(),
                    approval.userId());
        }));
    }
}
