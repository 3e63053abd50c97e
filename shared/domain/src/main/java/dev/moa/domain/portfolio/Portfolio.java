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
import dev.moa.domain.value.Price;
import dev.moa.domain.value.Quantity;
import dev.moa.domain.value.Side;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
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
    private final Promises promises = new Promises(orders);
    private final Map<InstrumentId, Price> marks = new HashMap<>();
    private final Contracts contracts = new Contracts(positions);
    private final Settlement settlement = new Settlement();
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
        snapshot.leverage().forEach(portfolio.contracts::lever);
        portfolio.settlement.restore(snapshot.unsettled());
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
                Map.copyOf(dayStart),
                contracts.leverages(),
                settlement.stored());
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

    /** Takes a new open order into the book and reserves what it needs. */
    public void place(Order order) {
        BigDecimal before = promises.moneyOf(order);
        orders.put(order.id(), order);
        reserve(order, before);
    }

    /** Books what happened to an order, whether it was still open here or not; nothing changes unless the order did. */
    public PortfolioChange apply(Transition transition) {
        if (!transition.changed()) {
            return new PortfolioChange(transition, List.of(), List.of(), null);
        }
        Order order = transition.order();
        BigDecimal before = promises.moneyOf(order);
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
        Instrument instrument = order.instrument();
        Position held = positions.get(instrument.id());
        FillBooking booking = FillBooking.of(held, order, fill, contracts.leverage(instrument.id()));
        List<LedgerEntry> entries = new ArrayList<>(
                instrument.isMargined()
                        ? Ledger.contract(fill, booking.profit(held), isLiquidation(order))
                        : Ledger.trade(instrument, order.side(), fill));
        BigDecimal money = addCash(entries, instrument.quote());
        if (!instrument.hours().isAlwaysOpen()) {
            settlement.add(instrument.quote(), instrument.hours().settlementDate(fill.marketTime()), money);
            entries.addAll(Ledger.settlement(fill.id().value(), new Money(money, instrument.quote())));
        }
        booking.changed().forEach(this::keep);
        contracts.recount(instrument);
        marks.putIfAbsent(order.instrument().id(), fill.price());
        return new PortfolioChange(transition, entries, booking.changed(), booking.closed());
    }

    private static boolean isLiquidation(Order order) {
        return order.request().origin().kind() == Origin.Kind.LIQUIDATION;
    }

    /** Books the lines of cash; answers their sum in one currency. */
    private BigDecimal addCash(List<LedgerEntry> entries, Currency currency) {
        BigDecimal sum = BigDecimal.ZERO;
        for (LedgerEntry entry : entries) {
            if (entry.account() == LedgerAccount.CASH) {
                addCash(entry.amount().currency(), entry.amount().amount());
                if (entry.amount().currency().equals(currency)) {
                    sum = sum.add(entry.amount().amount());
                }
            }
        }
        return sum;
    }

    private void keep(Position position) {
        if (position.isOpen()) {
            positions.put(position.instrument().id(), position);
        } else {
            positions.remove(position.instrument().id());
        }
    }

    private void reserve(Order changed, BigDecimal before) {
        if (changed.instrument().isMargined()) {
            contracts.placed(changed, orders.containsKey(changed.id()));
            return;
        }
        BigDecimal more = promises.moneyOf(changed).subtract(before);
        if (more.signum() != 0) {
            Currency currency = changed.instrument().quote();
            cash.put(currency, held(currency).reserve(more));
        }
    }

    private void addCash(Currency currency, BigDecimal amount) {
        cash.put(currency, held(currency).plus(amount));
    }

    /** The open orders, in the order in which they were placed. */
    public Collection<Order> openOrders() {
        return Collections.unmodifiableCollection(orders.values());
    }

    public Optional<Order> openOrder(OrderId id) {
        return Optional.ofNullable(orders.get(id));
    }

    /** The money of one currency; all zero when the account never had any. */
    public CashBalance cash(Currency currency) {
        CashBalance spot = held(currency);
        BigDecimal margin = contracts.margin(currency);
        BigDecimal reserved = contracts.reserved(currency);
        CashBalance whole = reserved.signum() == 0 ? spot : spot.reserve(reserved);
        return margin.signum() == 0 && settlement.of(currency).isEmpty() ? whole : settlement.split(whole, margin);
    }

    private CashBalance held(Currency currency) {
        CashBalance balance = cash.get(currency);
        return balance != null ? balance : new CashBalance(currency, BigDecimal.ZERO, BigDecimal.ZERO);
    }

    public Collection<CashBalance> cash() {
        return cash.keySet().stream().map(this::cash).toList();
    }

    /**
     * What an order for this instrument may use: money that a Korean sale has not brought yet pays for Korean purchases, but for
     * nothing else.
     */
    public BigDecimal spendable(Instrument instrument) {
        CashBalance balance = cash(instrument.quote());
        return instrument.listing().isKorean()
                ? balance.available()
                : balance.available().min(balance.free());
    }

    /**
     * What a new order would take of the money that is available: a purchase its value and the taker's fee, a contract the margin and
     * the fee of the part that enters a position, everything else nothing.
     */
    public BigDecimal needed(Instrument instrument, Side side, Quantity quantity, Price price) {
        if (instrument.isMargined()) {
            return contracts.needed(instrument, side, quantity, price);
        }
        return side.isBuy() ? Promises.cost(instrument, price.times(quantity)) : BigDecimal.ZERO;
    }

    /** The money of trades that are not settled, by the day it arrives (above zero) or leaves (below). */
    public Map<LocalDate, BigDecimal> unsettled(Currency currency) {
        return settlement.of(currency);
    }

    /** Settles what is due by this day of the exchange; the total does not change, only what of it has arrived. */
    public List<SettledCash> settle(LocalDate today) {
        return settlement.settle(today);
    }

    /** The leverage that positions in this contract are opened with, 1 until another is chosen. */
    public int leverage(InstrumentId instrument) {
        return contracts.leverage(instrument);
    }

    /** Chooses the leverage of a contract. Not while there is a position or an open order in it: their margin counts on it. */
    public void lever(InstrumentId instrument, int leverage) {
        contracts.lever(instrument, leverage);
    }

    /** Whether a position or an open order of this instrument is there. */
    public boolean isEngaged(InstrumentId instrument) {
        return positions.containsKey(instrument)
                || orders.values().stream()
                        .anyMatch(order -> order.instrument().id().equals(instrument));
    }

    /**
     * A funding time of a contract has come: the long side pays this fraction of the position's value to the short side, or the other
     * way round below zero.
     *
     * @return empty when no such contract is held
     */
    public Optional<FundingChange> fund(InstrumentId instrument, BigDecimal rate, Instant at) {
        return position(instrument)
                .filter(position -> position.instrument().isMargined())
                .map(position -> {
                    Money payment = contracts.payment(position, markOf(position), rate);
                    addCash(payment.currency(), payment.amount());
                    CashBalance left = cash(payment.currency());
                    BigDecimal lacking = left.margin().subtract(left.total()).max(BigDecimal.ZERO);
                    Position funded = position.withMargin(position.margin().funded(payment.amount(), lacking));
                    positions.put(instrument, funded);
                    return new FundingChange(funded, Ledger.funding("funding " + position.id() + " " + at, payment));
                });
    }

    public Optional<Position> position(InstrumentId instrument) {
        return Optional.ofNullable(positions.get(instrument));
    }

    /** The open positions, by instrument. */
    public Collection<Position> positions() {
        return Collections.unmodifiableCollection(positions.values());
    }

    /** Sets target and stop of a position; null for none. Empty when there is no such position. */
    public Optional<Position> protect(InstrumentId instrument, Price takeProfit, Price stopLoss) {
        position(instrument).ifPresent(held -> protect(held.withExits(takeProfit, stopLoss)));
        return position(instrument);
    }

    /** Takes a position with other exits into the book; what it holds must be the same. */
    public void protect(Position changed) {
        positions.computeIfPresent(
                changed.instrument().id(), (_, held) -> held.id().equals(changed.id()) ? changed : held);
    }

    /** What a new sell order may use: what is held long, less what open sell orders have reserved; never below zero. */
    public BigDecimal sellable(InstrumentId instrument) {
        return sellable(instrument, null);
    }

    /** As above for one more order of a plan, to which what those promise that it trades instead of is free. */
    public BigDecimal sellable(InstrumentId instrument, Origin.Leg leg) {
        Position position = positions.get(instrument);
        if (position == null || position.direction() == Direction.SHORT) {
            return BigDecimal.ZERO;
        }
        return position.quantity()
                .value()
                .subtract(promises.holdings(instrument))
                .add(promises.sharedHoldings(instrument, leg))
                .max(BigDecimal.ZERO);
    }

    /** As {@link #spendable(Instrument)} for one more order of a plan: what those reserve that it trades instead of is free for it. */
    public BigDecimal spendable(Instrument instrument, Origin.Leg leg) {
        return spendable(instrument).add(promises.sharedMoney(instrument, leg));
    }

    /** How many instruments would be held once the open buy orders and an order for this one had filled. */
    public int exposedInstruments(InstrumentId andThis) {
        Set<InstrumentId> exposed = new HashSet<>(positions.keySet());
        exposed.add(andThis);
        for (Order order : orders.values()) {
            if (order.side().isBuy() || order.instrument().isMargined()) {
                exposed.add(order.instrument().id());
            }
        }
        return exposed.size();
    }

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
