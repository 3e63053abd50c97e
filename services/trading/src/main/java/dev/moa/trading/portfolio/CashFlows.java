package dev.moa.trading.portfolio;

import dev.moa.domain.value.Money;
import dev.moa.platform.Ids;
import dev.moa.platform.idempotency.Answer;
import dev.moa.platform.idempotency.Claim;
import dev.moa.platform.idempotency.IdempotencyStore;
import dev.moa.platform.idempotency.StoredAnswer;
import dev.moa.platform.page.Page;
import dev.moa.platform.page.PageRequest;
import dev.moa.platform.problem.Problem;
import dev.moa.trading.account.AccountLane;
import dev.moa.trading.account.AccountLanes;
import dev.moa.trading.account.BookJournal;
import dev.moa.trading.account.LaneTurn;
import dev.moa.trading.risk.RiskDesk;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

/** Paper money paid in and taken out: in the ledger, never in the profit. */
@Singleton
class CashFlows {
    private final AccountLanes lanes;
    private final IdempotencyStore keys;
    private final CashFlowStore store;
    private final RiskDesk risk;
    private final Clock clock;

    CashFlows(AccountLanes lanes, IdempotencyStore keys, CashFlowStore store, RiskDesk risk, Clock clock) {
        this.lanes = lanes;
        this.keys = keys;
        this.store = store;
        this.risk = risk;
        this.clock = clock;
    }

    /** @param replayed whether the answer was given before; a refusal is a problem instead */
    record Booked(StoredAnswer answer, boolean replayed, Problem problem) {}

    /** What is to be booked on which account. */
    record Wish(UUID accountId, Money money, String note) {}

    Booked book(Claim claim, Wish wish) {
        AccountLane lane = lanes.of(claim.userId(), wish.accountId());
        if (!"PAPER".equals(lane.account().environment())) {
            throw Problem.refused(
                    "not_a_paper_account", "Money of this account is paid in and out at its broker, and found there.");
        }
        return lane.call(turn -> book(turn, claim, wish));
    }

    private Booked book(LaneTurn turn, Claim claim, Wish wish) {
        try {
            Optional<StoredAnswer> earlier = keys.begin(claim);
            if (earlier.isPresent()) {
                return new Booked(earlier.get(), true, null);
            }
        } catch (Problem keyInUse) {
            return new Booked(null, false, keyInUse);
        }
        Money money = wish.money();
        if (money.signum() < 0
                && turn.book()
                                .cash(money.currency())
                                .available()
                                .add(money.amount())
                                .signum()
                        < 0) {
            Problem tooMuch = Problem.refused(
                    "insufficient_funds", "The account has less than that free; open orders keep their part.");
            keys.refuse(claim, tooMuch);
            return new Booked(null, false, tooMuch);
        }
        var flow = new CashFlowStore.Flow(
                Ids.next(), turn.account().id().value(), claim.userId(), money, wish.note(), clock.instant());
        write(turn, flow);
        return new Booked(keys.complete(claim, new Answer(201, CashFlowView.of(flow))), false, null);
    }

    private void write(LaneTurn turn, CashFlowStore.Flow flow) {
        var journal = turn.journal();
        Money money = flow.money();
        String currency = money.currency().code();
        BookJournal.entries(turn, turn.book().deposit("flow " + flow.id(), money), flow.at());
        risk.paid(turn.risk(), money);
        journal.add(CashFlowStore.MOVE_DAY_START, money.amount(), flow.account(), currency, flow.account());
        journal.add(
                CashFlowStore.ADD_FLOW,
                flow.id(),
                flow.account(),
                flow.user(),
                currency,
                money.amount(),
                flow.note(),
                flow.at());
    }

    /** @param accountId null for all; somebody else's is not found */
    Page<CashFlowView> list(UUID userId, UUID accountId, PageRequest page) {
        if (accountId != null) {
            lanes.of(userId, accountId);
        }
        return store.list(userId, accountId, page).map(CashFlowView::of);
    }
}
