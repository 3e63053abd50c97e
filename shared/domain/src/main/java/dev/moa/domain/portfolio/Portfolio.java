package dev.moa.domain.portfolio;

import dev.moa.domain.instrument.Instrument;
import dev.moa.domain.instrument.InstrumentId;
import dev.moa.domain.order.Fill;
import dev.moa.domain.order.Order;
import dev.moa.domain.order.Origin;
import dev.moa.domain.order.Transition;
import dev.moa.domain.value.AccountId;
import dev.moa.domain.value.Currency;
import dev.moa.domain.value.Decimals;
import dev.moa.domain.value.Money;
import dev.moa.domain.value.OrderId;
import dev.moa.domain.value.PlanId;
import dev.moa.domain.value.Price;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The book of one account: cash, positions, open orders and what they have reserved. Paper trading and backtests use it
 * unchanged. Mutable and meant for one thread; {@link #snapshot} and {@link #of} carry it across a restart.
 *
 * <p>An open buy order reserves its remaining quantity at its reference price with the taker's fee in the quote currency, an open
 * sell order its remaining quantity of what is held. The book never refuses a fill: whether an order may be placed at all is
 * decided before, by the risk policy.
 */
public final class Portfolio {
    private final AccountId account;
    private final Map<Currency, CashBalance> cash = new TreeMap<>();
    private final Map<InstrumentId, Position> positions = new TreeMap<>();
    private final Map<OrderId, Order> orders = new LinkedHashMap<>();
    private final Map<InstrumentId, Price> marks = new HashMap<>();
    private LocalDate day;
    private Map<Currency, BigDecimal> dayStart = new HashMap<>();

    private Portfolio(AccountId account) {
        this.account = account;
    }

    /** A new account with this money. */
    public static Portfolio opened(AccountId account, Money... purse) {
        Portfolio portfolio = new Portfolio(account);
        for (Money money : purse) {
            portfolio.deposit("opening", money);
        }
        return portfolio;
    }

    /** The book as it was when the snapshot was taken. */
    public static Portfolio of(PortfolioSnapshot snapshot) {
        Portfolio portfolio = new Portfolio(snapshot.account());
        snapshot.cash().forEach((currency, total) -> portfolio.addCash(currency, total));
        snapshot.positions()
                .forEach(position ->
                        portfolio.positions.put(position.instrument().id(), position));
        snapshot.orders().forEach(portfolio::place);
        portfolio.day = snapshot.day();
        portfolio.dayStart = new HashMap<>(snapshot.dayStart());
        return portfolio;
    }

    public PortfolioSnapshot snapshot() {
        Map<Currency, BigDecimal> totals = new TreeMap<>();
        cash.forEach((currency, balance) -> totals.put(currency, balance.total()));
        return new PortfolioSnapshot(
                account,
                totals,
                List.copyOf(positions.values()),
                List.copyOf(orders.values()),
                day,
                Map.copyOf(dayStart));
    }

    public AccountId account() {
        return account;
    }

    /** Adds money, or takes it out when the amount is below zero. */
    public List<LedgerEntry> deposit(String name, Money amount) {
        addCash(amount.currency(), amount.amount());
        dayStart.computeIfPresent(amount.currency(), (_, start) -> start.add(amount.amount()));
        return Ledger.deposit(name, amount);
    }

    // ---- orders

    /** Takes a new open order into the book and reserves what it needs. */
    public void place(Order order) {
        BigDecimal before = reservedFor(order);
        orders.put(order.id(), order);
        reserve(order, before);
    }

    /** Books what happened to an order, whether it was still open here or not; nothing changes unless the order did. */
    public PortfolioChange apply(Transition transition) {
        if (!transition.changed()) {
            return new PortfolioChange(transition, List.of(), List.of(), null);
        }
        Order order = transition.order();
        BigDecimal before = reservedFor(order);
        if (order.isOpen()) {
            orders.put(order.id(), order);
        } else {
            orders.remove(order.id());
        }
        reserve(order, before);
        Fill fill = transition.fill();
        return fill == null
                ? new PortfolioChange(transition, List.of(), List.of(), null)
                : book(transition, order, fill);
    }

    private PortfolioChange book(Transition transition, Order order, Fill fill) {
        List<LedgerEntry> entries = Ledger.trade(order.instrument(), order.side(), fill);
        for (LedgerEntry entry : entries) {
            if (entry.account() == LedgerAccount.CASH) {
                addCash(entry.amount().currency(), entry.amount().amount());
            }
        }
        FillBooking booking = FillBooking.of(positions.get(order.instrument().id()), order, fill);
        booking.changed().forEach(this::keep);
        marks.putIfAbsent(order.instrument().id(), fill.price());
        return new PortfolioChange(transition, entries, booking.changed(), booking.closed());
    }

    private void keep(Position position) {
        if (position.isOpen()) {
            positions.put(position.instrument().id(), position);
        } else {
            positions.remove(position.instrument().id());
        }
    }

    private void reserve(Order changed, BigDecimal before) {
        BigDecimal more = reservedFor(changed).subtract(before);
        if (more.signum() != 0) {
            Currency currency = changed.instrument().quote();
            cash.put(currency, cash(currency).reserve(more));
        }
    }

    /** What the open order of this id has reserved, with all that trade instead of it: together what the largest of them needs. */
    private BigDecimal reservedFor(Order order) {
        Origin.Leg leg = order.leg();
        if (!order.side().isBuy()) {
            return BigDecimal.ZERO;
        }
        if (leg == null || !leg.exclusive()) {
            Order held = orders.get(order.id());
            return held == null ? BigDecimal.ZERO : cost(held);
        }
        return orders.values().stream()
                .filter(other -> other.side().isBuy() && leg.excludes(other.leg()))
                .map(Portfolio::cost)
                .reduce(BigDecimal.ZERO, BigDecimal::max);
    }

    private static BigDecimal cost(Order order) {
        return cost(order.instrument(), order.reference().times(order.remaining()));
    }

    private static BigDecimal cost(Instrument instrument, BigDecimal notional) {
        return notional.add(notional.multiply(instrument.fees().taker()));
    }

    private void addCash(Currency currency, BigDecimal amount) {
        cash.put(currency, cash(currency).plus(amount));
    }

    /** The open orders, in the order in which they were placed. */
    public Collection<Order> openOrders() {
        return Collections.unmodifiableCollection(orders.values());
    }

    public Optional<Order> openOrder(OrderId id) {
        return Optional.ofNullable(orders.get(id));
    }

    // ---- cash and positions

    /** The money of one currency; all zero when the account never had any. */
    public CashBalance cash(Currency currency) {
        CashBalance balance = cash.get(currency);
        return balance != null ? balance : new CashBalance(currency, BigDecimal.ZERO, BigDecimal.ZERO);
    }

    public Collection<CashBalance> cash() {
        return Collections.unmodifiableCollection(cash.values());
    }

    public Optional<Position> position(InstrumentId instrument) {
        return Optional.ofNullable(positions.get(instrument));
    }

    /** The open positions, by instrument. */
    public Collection<Position> positions() {
        return Collections.unmodifiableCollection(positions.values());
    }

    /** Sets the prices at which the position closes by itself; null for none. Empty when there is no such position. */
    public Optional<Position> protect(InstrumentId instrument, Price takeProfit, Price stopLoss) {
        return position(instrument).map(position -> {
            Position changed = position.withExits(takeProfit, stopLoss);
            positions.put(instrument, changed);
            return changed;
        });
    }

    /** What a new sell order may use: what is held long, less what open sell orders have reserved; never below zero. */
    public BigDecimal sellable(InstrumentId instrument) {
        Position position = positions.get(instrument);
        if (position == null || position.direction() == Direction.SHORT) {
            return BigDecimal.ZERO;
        }
        return position.quantity().value().subtract(promised(instrument)).max(BigDecimal.ZERO);
    }

    /** What open sell orders may still sell; of those that trade instead of each other the largest counts. */
    private BigDecimal promised(InstrumentId instrument) {
        BigDecimal promised = BigDecimal.ZERO;
        Map<PlanId, BigDecimal> exclusive = new HashMap<>();
        for (Order order : orders.values()) {
            if (!order.side().isBuy() && order.instrument().id().equals(instrument)) {
                BigDecimal rest = order.remaining().value();
                if (order.leg() != null && order.leg().exclusive()) {
                    exclusive.merge(order.leg().plan(), rest, BigDecimal::max);
                } else {
                    promised = promised.add(rest);
                }
            }
        }
        return exclusive.values().stream().reduce(promised, BigDecimal::add);
    }

    /**
     * As {@link #sellable(InstrumentId)} for one more order of a plan: what those promise that trade instead of it is free for it.
     *
     * @param leg null for an order that stands alone
     */
    public BigDecimal sellable(InstrumentId instrument, Origin.Leg leg) {
        BigDecimal shared = orders.values().stream()
                .filter(order -> !order.side().isBuy()
                        && order.instrument().id().equals(instrument)
                        && leg != null
                        && leg.excludes(order.leg()))
                .map(order -> order.remaining().value())
                .reduce(BigDecimal.ZERO, BigDecimal::max);
        Position position = positions.get(instrument);
        return position == null || position.direction() == Direction.SHORT
                ? BigDecimal.ZERO
                : position.quantity()
                        .value()
                        .subtract(promised(instrument))
                        .add(shared)
                        .max(BigDecimal.ZERO);
    }

    /** What a new buy order may use in this currency; for one of a plan also what those reserve that trade instead of it. */
    public BigDecimal spendable(Currency currency, Origin.Leg leg) {
        BigDecimal shared = orders.values().stream()
                .filter(order -> order.side().isBuy()
                        && order.instrument().quote().equals(currency)
                        && leg != null
                        && leg.excludes(order.leg()))
                .map(Portfolio::cost)
                .reduce(BigDecimal.ZERO, BigDecimal::max);
        return cash(currency).available().add(shared);
    }

    /** How many instruments would be held once the open buy orders and an order for this one had filled. */
    public int exposedInstruments(InstrumentId andThis) {
        Set<InstrumentId> exposed = new HashSet<>(positions.keySet());
        exposed.add(andThis);
        for (Order order : orders.values()) {
            if (order.side().isBuy()) {
                exposed.add(order.instrument().id());
            }
        }
        return exposed.size();
    }

    // ---- value

    /** Remembers the latest price of an instrument. */
    public void mark(InstrumentId instrument, Price price) {
        marks.put(instrument, price);
    }

    /** The latest price of an instrument, or the position's entry price while none is known. */
    public Price markOf(Position position) {
        Price mark = marks.get(position.instrument().id());
        return mark != null ? mark : position.entryPrice();
    }

    /** Cash and positions counted in this currency, at the latest prices; other currencies are not converted. */
    public BigDecimal equity(Currency currency) {
        BigDecimal equity = cash(currency).total();
        for (Position position : positions.values()) {
            if (position.instrument().quote().equals(currency)) {
                equity = equity.add(position.value(markOf(position)));
            }
        }
        return Decimals.canonical("equity", equity);
    }

    /** As {@link #beginDay(LocalDate)} for the day in UTC that this moment lies in. */
    public void beginDay(Instant now) {
        beginDay(LocalDate.ofInstant(now, ZoneOffset.UTC));
    }

    /**
     * Begins this day, unless it or a later one has begun: its profit counts from the equity of now.
     *
     * @return the equity by currency that it counts from; empty when nothing began
     */
    public Map<Currency, BigDecimal> beginDay(LocalDate today) {
        if (day != null && !today.isAfter(day)) {
            return Map.of();
        }
        day = today;
        dayStart = new HashMap<>();
        cash.keySet().forEach(currency -> dayStart.put(currency, equity(currency)));
        return Map.copyOf(dayStart);
    }

    /** Realised and unrealised profit since the day began; zero before the first day. */
    public BigDecimal dayProfit(Currency currency) {
        BigDecimal start = dayStart.get(currency);
        return start == null ? BigDecimal.ZERO : equity(currency).subtract(start);
    }
}
