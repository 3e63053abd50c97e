package dev.moa.trading.risk;

import dev.moa.domain.instrument.InstrumentId;
import dev.moa.domain.order.Order;
import dev.moa.domain.order.OrderRequest;
import dev.moa.domain.portfolio.Portfolio;
import dev.moa.domain.portfolio.Position;
import dev.moa.domain.risk.facts.Exit;
import dev.moa.domain.risk.facts.Exposure;
import dev.moa.domain.risk.facts.PortfolioFacts;
import dev.moa.domain.risk.facts.Purse;
import dev.moa.domain.value.AccountId;
import dev.moa.domain.value.Currency;
import dev.moa.domain.value.StrategyId;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * What the rules have to remember of one account beside its book. Belongs to the book it was read with: when the lane
 * reads its book anew, this is read anew as well. Only for the account's lane.
 */
final class AccountMemory implements AccountFigures {
    /** Orders of people count under this strategy. */
    static final UUID PEOPLE = new UUID(0, 0);

    private static final int EXITS_KEPT = 500;
    private static final int ORDERS_KEPT = 1_000;

    /** Highest equity, highest profit of the day, and whether the profit lock has closed it. */
    record Mark(BigDecimal peak, BigDecimal dayBest, boolean locked) {
        static final Mark NONE = new Mark(null, BigDecimal.ZERO, false);
    }

    private record Same(InstrumentId instrument, Object side, Object quantity, Object price) {
        static Same of(OrderRequest request) {
            return new Same(request.instrument().id(), request.side(), request.quantity(), request.price());
        }
    }

    private final Portfolio book;
    private LocalDate day;
    private Instant dayStart;
    private final Map<UUID, Integer> trades = new HashMap<>();
    private final Map<Currency, BigDecimal> realized = new HashMap<>();
    private final Map<Currency, Mark> marks = new HashMap<>();
    private final List<Exit> exits = new ArrayList<>();
    private final Map<InstrumentId, StrategyId> entered = new HashMap<>();
    private final Map<Same, Instant> placed = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Same, Instant> eldest) {
            return size() > ORDERS_KEPT;
        }
    };

    AccountMemory(Portfolio book, LocalDate day, Instant dayStart) {
        this.book = book;
        this.day = day;
        this.dayStart = dayStart;
    }

    boolean belongsTo(Portfolio other) {
        return book == other;
    }

    @Override
    public AccountId account() {
        return book.account();
    }

    @Override
    public LocalDate day() {
        return day;
    }

    @Override
    public Instant dayStart() {
        return dayStart;
    }

    /** A new day forgets what is counted by day. */
    void turnTo(LocalDate today, Instant begun) {
        if (today.isAfter(day)) {
            day = today;
            dayStart = begun;
            trades.clear();
            realized.clear();
            marks.replaceAll((_, mark) -> new Mark(mark.peak(), BigDecimal.ZERO, false));
        }
    }

    AccountFigures.Snapshot snapshot(RiskTurn turn) {
        Map<Currency, Purse> purses = new HashMap<>();
        book.cash().forEach(balance -> purses.put(balance.currency(), purse(balance.currency())));
        return new AccountFigures.Snapshot(
                turn.account(),
                turn.userId(),
                turn.mode(),
                day,
                dayStart,
                purses,
                List.copyOf(exposures()),
                Map.copyOf(trades),
                List.copyOf(exits),
                openProfits(),
                locked());
    }

    void setTrades(UUID strategy, int number) {
        trades.put(strategy, number);
    }

    /** One more trade of this strategy; answers how many there are now. */
    int count(Order order, Instant now) {
        StrategyId strategy = order.request().origin().strategy();
        if (strategy != null) {
            entered.put(order.instrument().id(), strategy);
        }
        placed.put(Same.of(order.request()), now);
        return trades.merge(strategy == null ? PEOPLE : strategy.value(), 1, Integer::sum);
    }

    void addPlaced(OrderRequest request, Instant at) {
        placed.put(Same.of(request), at);
    }

    @Override
    public Optional<Instant> lastPlaced(OrderRequest request) {
        return Optional.ofNullable(placed.get(Same.of(request)));
    }

    @Override
    public Map<UUID, Integer> trades() {
        return Collections.unmodifiableMap(trades);
    }

    void addRealized(Currency currency, BigDecimal profit) {
        realized.merge(currency, profit, BigDecimal::add);
    }

    void addExit(Exit exit) {
        exits.add(exit);
        if (exits.size() > EXITS_KEPT) {
            exits.removeFirst();
        }
    }

    @Override
    public List<Exit> exits() {
        return Collections.unmodifiableList(exits);
    }

    @Override
    public Map<UUID, Map<Currency, BigDecimal>> openProfits() {
        Map<UUID, Map<Currency, BigDecimal>> profits = new HashMap<>();
        for (Position position : book.positions()) {
            StrategyId strategy = entered.get(position.instrument().id());
            if (strategy != null) {
                profits.computeIfAbsent(strategy.value(), _ -> new HashMap<>())
                        .merge(
                                position.instrument().quote(),
                                position.unrealized(book.markOf(position)),
                                BigDecimal::add);
            }
        }
        return profits;
    }

    @Override
    public Collection<Exposure> exposures() {
        return PortfolioFacts.exposures(book).values();
    }

    @Override
    public Set<Currency> locked() {
        return marks.entrySet().stream()
                .filter(mark -> mark.getValue().locked())
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    /** Whose order opened what is held of the instrument; null for a person's. */
    StrategyId enteredBy(InstrumentId instrument) {
        return entered.get(instrument);
    }

    void setEntered(InstrumentId instrument, StrategyId strategy) {
        entered.put(instrument, strategy);
    }

    Mark mark(Currency currency) {
        return marks.getOrDefault(currency, Mark.NONE);
    }

    void setMark(Currency currency, Mark mark) {
        marks.put(currency, mark);
    }

    @Override
    public Purse purse(Currency currency) {
        BigDecimal equity = book.equity(currency);
        BigDecimal profit = book.dayProfit(currency);
        Mark mark = mark(currency);
        return new Purse(
                equity,
                profit,
                realized.getOrDefault(currency, BigDecimal.ZERO),
                mark.peak() == null ? equity : mark.peak().max(equity),
                mark.dayBest().max(profit));
    }
}
