package dev.moa.domain.risk;

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
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.moa.domain.instrument.Instrument;
import dev.moa.domain.instrument.InstrumentId;
import dev.moa.domain.instrument.VenueRules;
import dev.moa.domain.order.Order;
import dev.moa.domain.order.OrderRequest;
import dev.moa.domain.portfolio.Portfolio;
import dev.moa.domain.value.Currency;
import dev.moa.domain.value.Money;
import dev.moa.domain.value.Percent;
import dev.moa.domain.value.Price;
import dev.moa.domain.value.Side;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RiskPolicyTest {
    private static final Price BTC_PRICE = price("60000");

    private final Portfolio book = Portfolio.opened(ACCOUNT, usdt("100000"), Money.of("100000000", "KRW"));
    private RiskLimits limits = RiskLimits.DEFAULT;

    @Test
    void aNewPersonMayPlaceSmallOrders() {
        assertEquals(List.of(), codes(OrderRequest.market(BTC, Side.BUY, qty("0.01")), BTC_PRICE));
        assertEquals(List.of(), codes(OrderRequest.limit(ETH, Side.BUY, qty("1"), price("2500.5")), price("2600")));
        Instrument won = VenueRules.instrument(InstrumentId.parse("UPBIT:KRW-BTC"));
        assertEquals(List.of(), codes(OrderRequest.market(won, Side.BUY, qty("0.01")), price("150000000")));
    }

    @Test
    void everyReasonIsNamed() {
        hold("0.5", "60000");
        book.beginDay(T0);
        book.mark(BTC.id(), price("20000"));
        limits = RiskLimits.DEFAULT.with(Limit.MAX_OPEN_POSITIONS, 0);

        assertEquals(
                List.of(
                        "tick_size",
                        "quantity_step",
                        "insufficient_funds",
                        "max_order_value",
                        "daily_loss_limit",
                        "max_open_positions"),
                codes(OrderRequest.limit(ETH, Side.BUY, qty("100.00001"), price("2500.001")), price("2500")));
    }

    @Test
    void everyReasonSaysItsNumbers() {
        RiskVerdict verdict = verdict(OrderRequest.market(BTC, Side.BUY, qty("2")), BTC_PRICE);
        assertEquals(
                List.of(
                        "The order needs 120120 USDT with its fee, 100000 USDT are available.",
                        "The order's value 120000 USDT is above the limit of 50000 USDT."),
                verdict.reasons().stream().map(Refusal::message).toList());
    }

    @Test
    void withoutAPriceNothingIsPlaced() {
        assertEquals(List.of("no_price"), codes(OrderRequest.market(BTC, Side.BUY, qty("0.01")), null));
        assertEquals(List.of("no_price"), codes(OrderRequest.marketFor(BTC, Side.BUY, dec("100")), null));
    }

    @Test
    void theVenuesMinimumCounts() {
        assertEquals(List.of("below_minimum"), codes(OrderRequest.market(BTC, Side.BUY, qty("0.00008")), BTC_PRICE));
        assertEquals(List.of(), codes(OrderRequest.market(BTC, Side.BUY, qty("0.0001")), BTC_PRICE));
    }

    @Test
    void theWholeCashPaysForAnOrderAndItsFeeExactly() {
        limits = RiskLimits.NONE;
        Portfolio exact = Portfolio.opened(ACCOUNT, usdt("60060"));
        assertTrue(RiskPolicy.STANDARD
                .evaluate(new RiskContext(OrderRequest.market(BTC, Side.BUY, qty("1")), BTC_PRICE, exact, limits))
                .approved());
        Portfolio less = Portfolio.opened(ACCOUNT, usdt("60059.99"));
        assertTrue(RiskPolicy.STANDARD
                .evaluate(new RiskContext(OrderRequest.market(BTC, Side.BUY, qty("1")), BTC_PRICE, less, limits))
                .refusedFor("insufficient_funds"));
    }

    @Test
    void whatOpenOrdersReserveIsNotAvailable() {
        limits = RiskLimits.NONE;
        book.place(limit(Side.BUY, "1", "60000"));
        assertEquals(List.of("insufficient_funds"), codes(OrderRequest.market(BTC, Side.BUY, qty("1")), BTC_PRICE));
    }

    @Test
    void onlyWhatIsHeldCanBeSold() {
        assertEquals(
                List.of("insufficient_holdings"), codes(OrderRequest.market(BTC, Side.SELL, qty("0.1")), BTC_PRICE));
        hold("0.1", "60000");
        assertEquals(List.of(), codes(OrderRequest.market(BTC, Side.SELL, qty("0.1")), BTC_PRICE));
        assertEquals(
                List.of("insufficient_holdings"), codes(OrderRequest.market(BTC, Side.SELL, qty("0.2")), BTC_PRICE));
    }

    @Test
    void aReduceOnlyOrderNeverOpensAnything() {
        OrderRequest sale = OrderRequest.market(BTC, Side.SELL, qty("0.1"));
        assertEquals(List.of("insufficient_holdings", "reduce_only"), codes(sale.reducing(), BTC_PRICE));
        assertEquals(
                List.of("reduce_only"),
                codes(OrderRequest.market(BTC, Side.BUY, qty("0.1")).reducing(), BTC_PRICE));
        hold("0.1", "60000");
        assertEquals(List.of(), codes(sale.reducing(), BTC_PRICE));
    }

    @Test
    void ordersThatOnlyReduceAreNotKeptBackByLimits() {
        hold("0.8", "60000");
        book.beginDay(T0);
        book.mark(BTC.id(), price("30000"));
        limits = RiskLimits.NONE
                .with(Limit.MAX_ORDER_VALUE, Cap.NONE.withAmount(Currency.USDT, dec("100")))
                .with(Limit.DAILY_LOSS, Cap.ofEquity("1"))
                .with(Limit.MAX_OPEN_POSITIONS, 0);

        assertEquals(List.of(), codes(OrderRequest.market(BTC, Side.SELL, qty("0.8")), price("30000")));
        assertEquals(
                List.of("max_order_value", "daily_loss_limit", "max_open_positions"),
                codes(OrderRequest.market(BTC, Side.BUY, qty("0.1")), price("30000")));
    }

    @Test
    void theDailyLossCountsFromTheDaysFirstEquity() {
        book.beginDay(T0);
        hold("0.5", "60000");
        limits = RiskLimits.NONE.with(Limit.DAILY_LOSS, Cap.ofEquity("10"));

        book.mark(BTC.id(), price("40000.01"));
        assertEquals(List.of(), codes(OrderRequest.market(ETH, Side.BUY, qty("1")), price("2500")));
        book.mark(BTC.id(), price("40000"));
        assertEquals(List.of("daily_loss_limit"), codes(OrderRequest.market(ETH, Side.BUY, qty("1")), price("2500")));
    }

    @Test
    void openBuysCountAsPositions() {
        limits = RiskLimits.NONE.with(Limit.MAX_OPEN_POSITIONS, 1);
        book.place(limit(Side.BUY, "0.1", "50000"));
        assertEquals(List.of(), codes(OrderRequest.market(BTC, Side.BUY, qty("0.1")), BTC_PRICE));
        assertEquals(List.of("max_open_positions"), codes(OrderRequest.market(ETH, Side.BUY, qty("1")), price("2500")));
    }

    @Test
    void ofTwoBoundsTheSmallerCounts() {
        Cap both = new Cap(Percent.of("50"), Map.of(Currency.USDT, dec("100")));
        assertEquals(dec("100"), both.in(Currency.USDT, dec("1000")));
        assertEquals(0, dec("50").compareTo(both.in(Currency.USDT, dec("100"))));
        assertEquals(0, dec("50").compareTo(both.in(Currency.KRW, dec("100"))));
    }

    @Test
    void aRuleCanBeAdded() {
        RiskPolicy halted =
                RiskPolicy.STANDARD.and(_ -> Optional.of(new Refusal("trading_halted", "Trading is halted.")));
        RiskContext context = new RiskContext(OrderRequest.market(BTC, Side.BUY, qty("0.01")), BTC_PRICE, book, limits);
        assertTrue(halted.evaluate(context).refusedFor("trading_halted"));
    }

    private List<String> codes(OrderRequest request, Price market) {
        return verdict(request, market).reasons().stream().map(Refusal::code).toList();
    }

    private RiskVerdict verdict(OrderRequest request, Price market) {
        return RiskPolicy.STANDARD.evaluate(new RiskContext(request, market, book, limits));
    }

    private void hold(String quantity, String price) {
        Order order = market(Side.BUY, quantity, price);
        book.place(order);
        Order sent = book.apply(order.apply(submitted(order))).transition().order();
        book.apply(sent.apply(filled(sent, fill("h", quantity, price, "0"))));
    }
}
