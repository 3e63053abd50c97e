package dev.moa.trading.account;

import dev.moa.broker.BrokerGateway;
import dev.moa.broker.paper.PaperGateway;
import dev.moa.domain.instrument.InstrumentId;
import dev.moa.domain.order.Order;
import dev.moa.domain.order.OrderStatus;
import dev.moa.domain.portfolio.Portfolio;
import dev.moa.domain.portfolio.PortfolioSnapshot;
import dev.moa.domain.portfolio.Position;
import dev.moa.domain.simulation.PriceMove;
import dev.moa.domain.value.OrderId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** The book a lane works on: read from the database when it is opened, kept in memory until something fails. */
final class LaneBook {
    private final Account account;
    private final LaneParts parts;
    private Portfolio portfolio;
    private volatile BrokerGateway gateway;
    private long epoch;
    private volatile Gate gate = Gate.COMPARING;
    /** How the open orders were handed in at a venue outside this process; read by any thread. */
    private final Map<OrderId, Attempt> attempts = new ConcurrentHashMap<>();

    private volatile Set<InstrumentId> watched = Set.of();
    private volatile Set<InstrumentId> held = Set.of();

    LaneBook(Account account, LaneParts parts) {
        this.account = account;
        this.parts = parts;
    }

    boolean isOpen() {
        return portfolio != null;
    }

    Set<InstrumentId> watched() {
        return watched;
    }

    /** Whether this move may change anything here; may be asked from any thread. */
    boolean concerns(InstrumentId instrument, PriceMove move) {
        return held.contains(instrument) || !(gateway instanceof PaperGateway paper) || !paper.isCalm(instrument, move);
    }

    /** One transaction: the work, everything it wants written, the facts; then what waits for the commit. */
    void transaction(AccountLane lane, Consumer<LaneTurn> work) {
        LaneJournal journal = new LaneJournal();
        parts.turnstile()
                .pass(() -> parts.sql().inTransaction(() -> {
                    if (portfolio == null) {
                        open(lane, journal);
                    } else if (!parts.accounts().holds(account.id(), epoch)
                            || isReal() && !parts.leases().holds(account.id())) {
                        throw new LaneTakenOver(account.id());
                    }
                    beginDay(journal);
                    work.accept(new LaneTurn(lane, portfolio, journal));
                    write(journal);
                }));
        held = portfolio.positions().stream()
                .map(position -> position.instrument().id())
                .collect(Collectors.toUnmodifiableSet());
        watched = instruments();
        journal.runAfterCommit();
    }

    private boolean isReal() {
        return !account.broker().equals("PAPER");
    }

    private void open(AccountLane lane, LaneJournal journal) {
        if (isReal() && !parts.leases().take(account.id())) {
            throw AccountElsewhere.problem();
        }
        gate = isReal() ? Gate.COMPARING : Gate.OPEN;
        attempts.clear();
        attempts.putAll(isReal() ? parts.attempts().last(account.id()) : Map.of());
        epoch = parts.accounts().takeOver(account.id());
        portfolio = Portfolio.of(snapshot());
        gateway = parts.sessions().open(account, epoch);
        for (Position position : portfolio.positions()) {
            InstrumentId instrument = position.instrument().id();
            parts.quotes().latest(instrument).ifPresent(quote -> portfolio.mark(instrument, quote.last()));
        }
        parts.orders().opened(new LaneTurn(lane, portfolio, journal));
        journal.afterCommit(() -> resume(lane));
    }

    private PortfolioSnapshot snapshot() {
        BookStore books = parts.books();
        LocalDate day = books.day(account.id()).orElse(null);
        return new PortfolioSnapshot(
                account.id(),
                books.cash(account.id()),
                books.openPositions(account.id()),
                parts.orders().openOrders(account.id()),
                day,
                day == null ? Map.of() : books.dayStart(account.id(), day),
                books.leverage(account.id()),
                books.unsettled(account.id()));
    }

    /** Start-up and crash recovery are the same: what was sent is asked for again, what was not is sent now. */
    private void resume(AccountLane lane) {
        List<Order> sent = new ArrayList<>();
        List<Order> unsent = new ArrayList<>();
        portfolio.openOrders().forEach(order -> (order.status() == OrderStatus.PENDING_NEW ? unsent : sent).add(order));
        gateway.connect(
                sent.stream().map(this::named).toList(), event -> parts.orders().told(lane, event));
        if (gate == Gate.OPEN) {
            unsent.forEach(order -> parts.orders().resume(lane, order));
        }
    }

    Gate gate() {
        return gate;
    }

    /** What was waiting for the gate leaves when it opens. */
    void gate(AccountLane lane, Gate now) {
        boolean opens = now == Gate.OPEN && gate != Gate.OPEN;
        gate = now;
        if (opens) {
            portfolio.openOrders().stream()
                    .filter(order -> order.status() == OrderStatus.PENDING_NEW)
                    .forEach(order -> parts.orders().resume(lane, order));
        }
    }

    Optional<Attempt> attempt(OrderId order) {
        return Optional.ofNullable(attempts.get(order));
    }

    void attempt(OrderId order, Attempt last) {
        attempts.put(order, last);
    }

    /** Orders that were refused for their venue's rate and may be handed in again now. */
    List<OrderId> due(Instant now) {
        return attempts.entrySet().stream()
                .filter(entry -> entry.getValue().againAt() != null
                        && !now.isBefore(entry.getValue().againAt()))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** The order under the name that it has at its venue. */
    Order named(Order order) {
        Attempt last = attempts.get(order.id());
        return last == null ? order : order.named(last.name());
    }

    private void beginDay(LaneJournal journal) {
        LocalDate today =
                LocalDate.ofInstant(parts.clock().instant(), parts.settings().zone());
        portfolio
                .beginDay(today)
                .forEach((currency, equity) -> journal.add(
                        BookStore.BEGIN_DAY, account.id().value(), today.toString(), currency.code(), equity));
    }

    private void write(LaneJournal journal) {
        journal.eachStatement((sql, rows) -> parts.sql().batch(sql, List.copyOf(rows)));
        parts.outbox().append(journal.facts(account.userId()));
    }

    private Set<InstrumentId> instruments() {
        Set<InstrumentId> instruments = new HashSet<>();
        for (Position position : portfolio.positions()) {
            instruments.add(position.instrument().id());
        }
        Collection<Order> open = portfolio.openOrders();
        open.forEach(order -> instruments.add(order.instrument().id()));
        return instruments;
    }

    BrokerGateway gateway() {
        return gateway;
    }

    /** Another process may trade the account now. */
    void release() {
        close();
        if (isReal()) {
            parts.leases().release(account.id());
        }
    }

    /** Drops what is in memory; the next transaction reads it anew. */
    void forget() {
        close();
        portfolio = null;
        watched = Set.of();
    }

    void close() {
        if (gateway != null) {
            gateway.close();
            gateway = null;
        }
        gate = isReal() ? Gate.COMPARING : Gate.OPEN;
    }
}
