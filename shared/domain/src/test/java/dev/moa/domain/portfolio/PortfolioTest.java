package dev.moa.domain.portfolio;

import static dev.moa.domain.Samples.ACCOUNT;
import static dev.moa.domain.Samples.BTC;
import static dev.moa.domain.Samples.ETH;
import static dev.moa.domain.Samples.T0;
import static dev.moa.domain.Samples.dec;
import static dev.moa.domain.Samples.fill;
import static dev.moa.domain.Samples.filled;
import static dev.moa.domain.Samples.limit;
import static dev.moa.domain.Samples.market;
import static dev.moa.domain.Samples.price;
import static dev.moa.domain.Samples.qty;
import static dev.moa.domain.Samples.submitted;
import static dev.moa.domain.Samples.usdt;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.moa.domain.Samples;
import dev.moa.domain.order.Order;
import dev.moa.domain.order.OrderEvent;
import dev.moa.domain.order.OrderRequest;
import dev.moa.domain.order.Origin;
import dev.moa.domain.order.Protection;
import dev.moa.domain.value.Currency;
import dev.moa.domain.value.Money;
import dev.moa.domain.value.Percent;
import dev.moa.domain.value.Side;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class PortfolioTest {
    private final Portfolio book = Portfolio.opened(ACCOUNT, usdt("10000"), Money.of("5", "KRW"));

    @Test
    void anOpenBuyReservesItsValueAndFeeUntilItEnds() {
        Order order = sent(limit(Side.BUY, "2", "100"));
        assertEquals(dec("200.2"), cash().reserved());
        assertEquals(dec("9799.8"), cash().available());
        assertEquals(dec("10000"), cash().total());

        Order part = apply(order, filled(order, fill("a", "0.5", "99", "0.0495")))
                .transition()
                .order();
        assertEquals(dec("150.15"), cash().reserved());
        assertEquals(dec("9950.4505"), cash().total());

        apply(part, new OrderEvent.Cancelled(part.id(), T0, "test"));
        assertEquals(BigDecimal.ZERO, cash().reserved());
        assertEquals(List.of(), List.copyOf(book.openOrders()));
    }

    @Test
    void anOpenSaleReservesWhatIsHeld() {
        trade(Side.BUY, "2", "100", "0");
        Order sale = sent(limit(Side.SELL, "1.5", "110"));
        assertEquals(0, dec("0.5").compareTo(book.sellable(BTC.id())));

        apply(sale, new OrderEvent.Rejected(sale.id(), T0, "test"));
        assertEquals(0, dec("2").compareTo(book.sellable(BTC.id())));
        assertEquals(BigDecimal.ZERO, book.sellable(ETH.id()));
    }

    @Test
    void profitIsByAverageCostAndEveryFeeCounts() {
        trade(Side.BUY, "1", "100", "0.1");
        trade(Side.BUY, "3", "120", "0.36");
        Position held = book.position(BTC.id()).orElseThrow();
        assertEquals(price("115"), held.entryPrice());
        assertEquals(dec("-0.46"), held.realized());
        assertEquals(dec("20"), held.unrealized(price("120")));

        assertNull(trade(Side.SELL, "1", "130", "0.13").closed());
        Position smaller = book.position(BTC.id()).orElseThrow();
        assertEquals(price("115"), smaller.entryPrice());
        assertEquals(dec("14.41"), smaller.realized());

        ClosedTrade closed = trade(Side.SELL, "3", "110", "0.33").closed();
        assertEquals(dec("-0.92"), closed.profit());
        assertEquals(dec("0.92"), closed.fees());
        assertEquals(price("115"), closed.entryPrice());
        assertEquals(price("115"), closed.exitPrice());
        assertEquals(qty("4"), closed.quantity());
        assertTrue(book.positions().isEmpty());
        assertEquals(dec("9999.08"), cash().total());
    }

    @Test
    void partsOfACostThatDoesNotDivideAddUpToTheLastDigit() {
        trade(Side.BUY, "3", "100", "0");
        trade(Side.BUY, "4", "101", "0");
        for (int i = 0; i < 6; i++) {
            trade(Side.SELL, "1", "100", "0");
        }
        ClosedTrade closed = trade(Side.SELL, "1", "100", "0").closed();
        assertEquals(dec("-4"), closed.profit());
        assertEquals(dec("9996"), cash().total());
    }

    @Test
    void aFillBeyondWhatIsHeldClosesAndOpensTheOtherWay() {
        trade(Side.BUY, "1", "100", "0");

        PortfolioChange change = trade(Side.SELL, "3", "110", "0.33");

        assertEquals(dec("9.67"), change.closed().profit());
        assertEquals(2, change.positions().size());
        Position reversed = book.position(BTC.id()).orElseThrow();
        assertEquals(Direction.SHORT, reversed.direction());
        assertEquals(dec("-2"), reversed.signedQuantity());
        assertEquals(dec("20"), reversed.unrealized(price("100")));
        book.mark(BTC.id(), price("110"));
        assertEquals(dec("10009.67"), book.equity(Currency.USDT));
    }

    @Test
    void theEntrySetsTheExitsOnTheGridAwayFromTheAverage() {
        Protection protection = new Protection(Percent.of("5"), Percent.of("2"));
        buyProtected("1", "61803.29", protection);
        Position first = book.position(BTC.id()).orElseThrow();
        assertEquals(price("64893.46"), first.takeProfit());
        assertEquals(price("60567.22"), first.stopLoss());

        buyProtected("1", "61803.31", Protection.NONE);
        assertEquals(first.stopLoss(), book.position(BTC.id()).orElseThrow().stopLoss());

        book.protect(BTC.id(), null, price("60000"));
        assertNull(book.position(BTC.id()).orElseThrow().takeProfit());
        assertEquals(price("60000"), book.position(BTC.id()).orElseThrow().stopLoss());
        assertTrue(book.protect(ETH.id(), null, null).isEmpty());
    }

    @Test
    void whoClosedAPositionIsRemembered() {
        trade(Side.BUY, "1", "100", "0");
        Order stop = sent(Samples.order(
                OrderRequest.market(BTC, Side.SELL, qty("1")).by(Origin.of(Origin.Kind.STOP_LOSS)), "98"));
        assertEquals(
                Origin.Kind.STOP_LOSS,
                apply(stop, filled(stop, fill("s", "1", "98", "0"))).closed().closedBy());
    }

    @Test
    void lateFillAfterCancelIsStillBooked() {
        Order order = sent(limit(Side.BUY, "1", "100"));
        Order gone = apply(order, new OrderEvent.Cancelled(order.id(), T0, "test"))
                .transition()
                .order();

        apply(gone, filled(gone, fill("late", "1", "100", "0.1")));

        assertEquals(dec("9899.9"), cash().total());
        assertEquals(BigDecimal.ZERO, cash().reserved());
        assertEquals(qty("1"), book.position(BTC.id()).orElseThrow().quantity());
    }

    @Test
    void theDaysProfitCountsFromMidnightAndIgnoresDeposits() {
        book.beginDay(T0);
        trade(Side.BUY, "1", "100", "0.1");
        book.mark(BTC.id(), price("90"));
        assertEquals(0, dec("-10.1").compareTo(book.dayProfit(Currency.USDT)));

        book.deposit("gift", usdt("500"));
        assertEquals(0, dec("-10.1").compareTo(book.dayProfit(Currency.USDT)));

        book.beginDay(T0.plus(Duration.ofHours(23)));
        assertEquals(0, dec("-10.1").compareTo(book.dayProfit(Currency.USDT)));
        book.beginDay(T0.plus(Duration.ofHours(24)));
        assertEquals(0, BigDecimal.ZERO.compareTo(book.dayProfit(Currency.USDT)));
    }

    @Test
    void currenciesAreKeptApart() {
        assertEquals(dec("5"), book.equity(Currency.KRW));
        assertEquals(BigDecimal.ZERO, book.cash(Currency.USD).total());
        trade(Side.BUY, "1", "100", "0");
        assertEquals(dec("5"), book.equity(Currency.KRW));
    }

    @Test
    void aDepositBalances() {
        List<LedgerEntry> entries = book.deposit("gift", usdt("1"));
        assertTrue(Ledger.sums(entries).values().stream().allMatch(sum -> sum.signum() == 0));
    }

    private CashBalance cash() {
        return book.cash(Currency.USDT);
    }

    private PortfolioChange trade(Side side, String quantity, String price, String fee) {
        Order order = sent(market(side, quantity, price));
        return apply(order, filled(order, fill(order.id() + "-1", quantity, price, fee)));
    }

    private void buyProtected(String quantity, String price, Protection protection) {
        Order order = sent(
                Samples.order(OrderRequest.market(BTC, Side.BUY, qty(quantity)).protectedBy(protection), price));
        apply(order, filled(order, fill(order.id() + "-1", quantity, price, "0")));
    }

    private Order sent(Order order) {
        book.place(order);
        return apply(order, submitted(order)).transition().order();
    }

    private PortfolioChange apply(Order order, OrderEvent event) {
        return book.apply(order.apply(event));
    }
}
