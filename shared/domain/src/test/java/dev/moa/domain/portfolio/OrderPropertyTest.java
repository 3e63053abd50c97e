package dev.moa.domain.portfolio;

import static dev.moa.domain.Samples.ACCOUNT;
import static dev.moa.domain.Samples.T0;
import static dev.moa.domain.Samples.usdt;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.moa.domain.Samples;
import dev.moa.domain.order.Amendment;
import dev.moa.domain.order.Fill;
import dev.moa.domain.order.Order;
import dev.moa.domain.order.OrderEvent;
import dev.moa.domain.order.OrderStatus;
import dev.moa.domain.order.Transition;
import dev.moa.domain.value.Currency;
import dev.moa.domain.value.Side;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;

/** Any events in any order: the books hold the sum of the fills, and what is closed stays closed. */
class OrderPropertyTest {
    private static final BigDecimal PURSE = new BigDecimal("100000");

    /** One thing that happens to one of four orders; {@code fill} numbers repeat on purpose. */
    record Happening(int order, int kind, int fill, int lots, int price) {}

    @Provide
    Arbitrary<List<Happening>> happenings() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 3),
                        Arbitraries.integers().between(0, 12),
                        Arbitraries.integers().between(1, 6),
                        Arbitraries.integers().between(1, 7),
                        Arbitraries.integers().between(90, 110))
                .as(Happening::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(60);
    }

    @Property(tries = 1500)
    void booksEqualTheSumOfTheFillsAndClosedNeverReopens(@ForAll("happenings") List<Happening> happenings) {
        Portfolio book = Portfolio.opened(ACCOUNT, usdt(PURSE.toPlainString()));
        Map<Integer, Order> orders = new HashMap<>();
        for (int i = 0; i < 4; i++) {
            Order order = Samples.limit(i % 2 == 0 ? Side.BUY : Side.SELL, "0.0001" + i, "100");
            orders.put(i, order);
            book.place(order);
        }
        List<LedgerEntry> entries = new ArrayList<>();
        List<ClosedTrade> trades = new ArrayList<>();
        for (Happening happening : happenings) {
            Order before = orders.get(happening.order());
            Transition transition = before.apply(event(before, happening));
            PortfolioChange change = book.apply(transition);
            orders.put(happening.order(), transition.order());
            entries.addAll(change.entries());
            if (change.closed() != null) {
                trades.add(change.closed());
            }
            closedStaysClosed(before, transition);
        }
        List<Order> all = List.copyOf(orders.values());
        whatWasReached(all, trades);
        cashAndHoldingsAreTheSumOfTheFills(book, all);
        ledgerBalances(book, entries);
        reservationsFollowFromOpenOrders(book, all);
        profitExplainsTheCash(book, trades);
        rebuiltBookIsTheSame(book);
    }

    /** A property that never traded would prove nothing. */
    private static void whatWasReached(List<Order> orders, List<ClosedTrade> trades) {
        boolean surprised = orders.stream()
                        .anyMatch(order -> !order.isOpen() && !order.remaining().isZero())
                && orders.stream().anyMatch(order -> !order.fills().isEmpty());
        String reached = !trades.isEmpty() ? "closed a position" : surprised ? "filled and ended early" : "other";
        Statistics.collect(reached);
        Statistics.coverage(coverage -> {
            coverage.check("closed a position").percentage(share -> share > 15);
            coverage.check("filled and ended early").percentage(share -> share > 5);
        });
    }

    private static OrderEvent event(Order order, Happening happening) {
        return switch (happening.kind()) {
            case 0, 1 -> new OrderEvent.Submitted(order.id(), T0, "");
            case 2 -> new OrderEvent.Accepted(order.id(), "v" + happening.fill(), T0, "");
            case 3 -> new OrderEvent.CancelRequested(order.id(), T0, "");
            case 4 -> new OrderEvent.Cancelled(order.id(), T0, "");
            case 5 -> new OrderEvent.CancelRefused(order.id(), T0, "");
            case 6 -> new OrderEvent.Rejected(order.id(), T0, "");
            case 7 -> new OrderEvent.Expired(order.id(), T0, "");
            case 8 -> new OrderEvent.Unconfirmed(order.id(), T0, "");
            case 9 ->
                new OrderEvent.Amended(order.id(), Amendment.price(Samples.price("" + happening.price())), T0, "");
            default -> new OrderEvent.Filled(order.id(), fill(order, happening), T0, "");
        };
    }

    private static Fill fill(Order order, Happening happening) {
        String lots = new BigDecimal("0.00001")
                .multiply(BigDecimal.valueOf(happening.lots()))
                .toPlainString();
        String fee = new BigDecimal("0.0000003")
                .multiply(BigDecimal.valueOf(happening.price()))
                .toPlainString();
        return Samples.fill(order.id() + "-" + happening.fill(), lots, "" + happening.price(), fee);
    }

    private static void closedStaysClosed(Order before, Transition transition) {
        boolean evidenceOfARejectedOrder = before.status() == OrderStatus.REJECTED && transition.alarm();
        assertTrue(before.isOpen() || !transition.order().isOpen() || evidenceOfARejectedOrder);
    }

    private static void cashAndHoldingsAreTheSumOfTheFills(Portfolio book, List<Order> orders) {
        BigDecimal cash = PURSE;
        BigDecimal held = BigDecimal.ZERO;
        for (Order order : orders) {
            BigDecimal sign = BigDecimal.valueOf(order.side().sign());
            for (Fill fill : order.fills()) {
                cash = cash.subtract(sign.multiply(fill.notional()))
                        .subtract(fill.fee().amount());
                held = held.add(sign.multiply(fill.quantity().value()));
            }
        }
        assertNumber(cash, book.cash(Currency.USDT).total());
        assertNumber(
                held,
                book.position(Samples.BTC.id()).map(Position::signedQuantity).orElse(BigDecimal.ZERO));
    }

    private static void ledgerBalances(Portfolio book, List<LedgerEntry> entries) {
        assertTrue(Ledger.sums(entries).values().stream().allMatch(sum -> sum.signum() == 0));
        BigDecimal booked = entries.stream()
                .filter(entry -> entry.account() == LedgerAccount.CASH)
                .map(entry -> entry.amount().amount())
                .reduce(PURSE, BigDecimal::add);
        assertNumber(booked, book.cash(Currency.USDT).total());
    }

    private static void reservationsFollowFromOpenOrders(Portfolio book, List<Order> orders) {
        BigDecimal reserved = orders.stream()
                .filter(order -> order.isOpen() && order.side().isBuy())
                .map(order -> order.reference().times(order.remaining()).multiply(new BigDecimal("1.001")))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertNumber(reserved, book.cash(Currency.USDT).reserved());
        assertEquals(
                orders.stream().filter(Order::isOpen).count(), book.openOrders().size());
    }

    /** Cash and what is held equal the opening and every profit, taken or not, to the last digit. */
    private static void profitExplainsTheCash(Portfolio book, List<ClosedTrade> trades) {
        BigDecimal profit = PURSE;
        for (ClosedTrade trade : trades) {
            profit = profit.add(trade.profit());
        }
        for (Position position : book.positions()) {
            profit = profit.add(position.realized()).add(position.unrealized(book.markOf(position)));
        }
        assertNumber(profit, book.equity(Currency.USDT));
    }

    private static void rebuiltBookIsTheSame(Portfolio book) {
        Portfolio rebuilt = Portfolio.of(book.snapshot());
        assertEquals(book.snapshot(), rebuilt.snapshot());
        assertEquals(book.cash(Currency.USDT), rebuilt.cash(Currency.USDT));
        assertEquals(book.sellable(Samples.BTC.id()), rebuilt.sellable(Samples.BTC.id()));
    }

    private static void assertNumber(BigDecimal expected, BigDecimal found) {
        assertEquals(0, expected.compareTo(found), () -> "expected " + expected + " but was " + found);
    }
}
