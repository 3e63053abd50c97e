package dev.moa.trading.risk;

import dev.moa.domain.order.Order;
import dev.moa.domain.order.Origin;
import dev.moa.domain.portfolio.CashBalance;
import dev.moa.domain.portfolio.ClosedTrade;
import dev.moa.domain.portfolio.PortfolioChange;
import dev.moa.domain.risk.facts.Exit;
import dev.moa.domain.risk.facts.Purse;
import dev.moa.domain.risk.facts.RiskFacts;
import dev.moa.domain.risk.rules.Brakes;
import dev.moa.domain.value.AccountId;
import dev.moa.domain.value.Currency;
import dev.moa.domain.value.Money;
import dev.moa.domain.value.StrategyId;
import dev.moa.platform.settings.CommonSettings;
import dev.moa.trading.risk.limit.LevelKey;
import dev.moa.trading.risk.limit.LimitBook;
import dev.moa.trading.risk.market.PriceHistory;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** What the rules need to know of the past, by account; read from the database together with the account's book. */
@Singleton
public class RiskMemory {
    private static final long MEASURED_EVERY_MS = 1_000;

    private record Measured(AccountMemory memory, Instant at, boolean stale) {}

    private final MemoryStore store;
    private final FiguresBoard board;
    private final LevelPeaks peaks;
    private final PriceHistory prices;
    private final LimitBook limits;
    private final CommonSettings settings;
    private final Clock clock;
    private final Map<AccountId, Measured> memories = new ConcurrentHashMap<>();

    RiskMemory(
            MemoryStore store,
            FiguresBoard board,
            LevelPeaks peaks,
            PriceHistory prices,
            LimitBook limits,
            CommonSettings settings,
            Clock clock) {
        this.store = store;
        this.board = board;
        this.peaks = peaks;
        this.prices = prices;
        this.limits = limits;
        this.settings = settings;
        this.clock = clock;
    }

    private AccountMemory of(RiskTurn turn) {
        Instant now = clock.instant();
        LocalDate today = LocalDate.ofInstant(now, settings.zone());
        Measured known = memories.get(turn.account());
        if (known == null || !known.memory().belongsTo(turn.book())) {
            AccountMemory read = store.read(turn.account(), turn.book(), today, startOf(today));
            memories.put(turn.account(), new Measured(read, Instant.EPOCH, true));
            return read;
        }
        if (today.isAfter(known.memory().day())) {
            known.memory().turnTo(today, startOf(today));
        }
        return known.memory();
    }

    private Instant startOf(LocalDate day) {
        return day.atStartOfDay(settings.zone()).toInstant();
    }

    LevelFacts.Surroundings surroundings() {
        Instant now = clock.instant();
        return new LevelFacts.Surroundings(prices, now, LocalDate.ofInstant(now, settings.zone()));
    }

    /** The level as this lane sees it: its own account exactly, others as they told last. */
    RiskFacts facts(RiskTurn turn, LevelKey level) {
        AccountMemory own = of(turn);
        return switch (level.level()) {
            case ACCOUNT -> LevelFacts.of(level.level(), List.of(own), surroundings());
            case STRATEGY -> LevelFacts.of(new StrategyId(level.subject()), own, surroundings());
            case USER ->
                LevelFacts.of(level.level(), with(own, turn, turn.userId()), surroundings())
                        .withPeaks(peaksOf(level, turn.mode()));
            case HOUSEHOLD ->
                LevelFacts.of(level.level(), with(own, turn, null), surroundings())
                        .withPeaks(peaksOf(level, turn.mode()));
        };
    }

    LevelFacts.PeakOf peaksOf(LevelKey level, String mode) {
        return (currency, accounts) -> peaks.of(level, mode, currency, accounts);
    }

    private List<AccountFigures> with(AccountMemory own, RiskTurn turn, UUID userId) {
        List<AccountFigures> all = new ArrayList<>();
        all.add(own);
        for (AccountFigures.Snapshot other : board.of(userId, turn.mode())) {
            if (!other.account().equals(turn.account())) {
                all.add(other);
            }
        }
        return all;
    }

    boolean hasSeveral(UUID userId, String mode) {
        return board.of(userId, mode).size() > 1;
    }

    void placed(RiskTurn turn, Order order) {
        AccountMemory memory = of(turn);
        if (!isExit(turn, order)) {
            StrategyId strategy = order.request().origin().strategy();
            UUID counted = strategy == null ? AccountMemory.PEOPLE : strategy.value();
            int trades = memory.count(order, clock.instant());
            turn.journal()
                    .set(
                            MemoryStore.SET_TRADES,
                            List.of(memory.day(), counted),
                            turn.account().value(),
                            memory.day().toString(),
                            counted,
                            trades);
        }
    }

    private static boolean isExit(RiskTurn turn, Order order) {
        return order.request().reduceOnly()
                || turn.book()
                        .position(order.instrument().id())
                        .filter(held -> held.direction().exit() == order.side())
                        .isPresent();
    }

    void booked(RiskTurn turn, PortfolioChange change, BigDecimal profit) {
        if (change.transition().fill() == null) {
            return;
        }
        AccountMemory memory = of(turn);
        Order order = change.transition().order();
        Currency currency = order.instrument().quote();
        memory.addRealized(currency, profit);
        if (change.closed() != null) {
            closed(turn, memory, change.closed(), currency);
        }
        touch(turn.account());
    }

    /** The peak moves with money that comes or goes. */
    void paid(RiskTurn turn, Money flow) {
        AccountMemory memory = of(turn);
        Currency currency = flow.currency();
        AccountMemory.Mark before = memory.mark(currency);
        if (before.peak() != null) {
            BigDecimal now = turn.book().equity(currency);
            BigDecimal peak = Peaks.moved(before.peak(), now.subtract(flow.amount()), now);
            keep(turn, memory, currency, new AccountMemory.Mark(peak, before.dayBest(), before.locked()));
        }
        peaks.paid(memory.snapshot(turn), flow);
        measure(turn, true);
    }

    private void closed(RiskTurn turn, AccountMemory memory, ClosedTrade trade, Currency currency) {
        StrategyId strategy = memory.enteredBy(trade.instrument());
        Exit exit = new Exit(
                trade.instrument(),
                currency,
                trade.profit(),
                trade.entryPrice().times(trade.quantity()),
                trade.closedBy() == Origin.Kind.STOP_LOSS,
                strategy,
                clock.instant());
        memory.addExit(exit);
        turn.journal()
                .add(
                        MemoryStore.ADD_EXIT,
                        trade.position().value(),
                        turn.account().value(),
                        exit.instrument().toString(),
                        currency.code(),
                        exit.profit(),
                        exit.cost(),
                        exit.stopLoss(),
                        strategy == null ? null : strategy.value(),
                        exit.at());
    }

    private void touch(AccountId account) {
        memories.computeIfPresent(account, (_, known) -> new Measured(known.memory(), known.at(), true));
    }

    /** Takes the equity's peak and the day's best profit, and tells other lanes; once a second is enough unless now. */
    void measure(RiskTurn turn, boolean now) {
        AccountMemory memory = of(turn);
        Instant at = clock.instant();
        if (!now && at.toEpochMilli() - memories.get(turn.account()).at().toEpochMilli() < MEASURED_EVERY_MS) {
            touch(turn.account());
            return;
        }
        for (CashBalance balance : turn.book().cash()) {
            measure(turn, memory, balance.currency());
        }
        board.put(memory.snapshot(turn));
        memories.put(turn.account(), new Measured(memory, at, false));
    }

    private void measure(RiskTurn turn, AccountMemory memory, Currency currency) {
        Purse purse = memory.purse(currency);
        AccountMemory.Mark before = memory.mark(currency);
        boolean locked = before.locked()
                || Brakes.isLocked(limits.of(LevelKey.account(turn.account())), purse, currency)
                || Brakes.isLocked(limits.of(LevelKey.user(turn.userId())), purse, currency);
        AccountMemory.Mark mark = new AccountMemory.Mark(purse.peak(), purse.dayBest(), locked);
        if (!mark.equals(before)) {
            keep(turn, memory, currency, mark);
        }
    }

    private static void keep(RiskTurn turn, AccountMemory memory, Currency currency, AccountMemory.Mark mark) {
        memory.setMark(currency, mark);
        turn.journal()
                .set(
                        MemoryStore.SET_MARK,
                        currency,
                        turn.account().value(),
                        currency.code(),
                        mark.peak(),
                        memory.day().toString(),
                        mark.dayBest(),
                        mark.locked());
    }

    /** Accounts whose figures have changed since they were told last. */
    public Set<AccountId> stale() {
        return memories.entrySet().stream()
                .filter(known -> known.getValue().stale())
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }
}
