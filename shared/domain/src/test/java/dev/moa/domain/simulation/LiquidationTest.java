package dev.moa.domain.simulation;

import static dev.moa.domain.Samples.ACCOUNT;
import static dev.moa.domain.Samples.T0;
import static dev.moa.domain.Samples.dec;
import static dev.moa.domain.Samples.price;
import static dev.moa.domain.Samples.qty;
import static dev.moa.domain.Samples.usdt;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.moa.domain.instrument.Instrument;
import dev.moa.domain.instrument.InstrumentId;
import dev.moa.domain.instrument.VenueRules;
import dev.moa.domain.order.OrderRequest;
import dev.moa.domain.order.Origin;
import dev.moa.domain.portfolio.ClosedTrade;
import dev.moa.domain.portfolio.Portfolio;
import dev.moa.domain.portfolio.PortfolioChange;
import dev.moa.domain.risk.RiskLimits;
import dev.moa.domain.risk.RiskVerdict;
import dev.moa.domain.value.Currency;
import dev.moa.domain.value.OrderId;
import dev.moa.domain.value.Side;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Worked by hand from Binance's formula: 0.1 BTC at 50,000 with leverage 20 has a margin of 250; with 0.4 % to be kept, a long position
 * ends at (250 − 5,000) ÷ (0.1 × (0.004 − 1)) = 47,690.763, a short one at (250 + 5,000) ÷ (0.1 × 1.004) = 52,290.837.
 */
class LiquidationTest {
    private static final Instrument BTC = VenueRules.instrument(InstrumentId.parse("BINANCE_FUTURES:BTCUSDT"));

    private final Portfolio book = Portfolio.opened(ACCOUNT, usdt("1000"));
    private final List<ClosedTrade> closed = new ArrayList<>();
    private final List<String> refused = new ArrayList<>();
    private long numbers;
    private final SimulatedDesk desk = new SimulatedDesk(
            book,
            FillModel.SIGNAL_CLOSE,
            RiskLimits.NONE,
            () -> new OrderId(new UUID(8, ++numbers)),
            new SimulatedDesk.Journal() {
                @Override
                public void booked(PortfolioChange change) {
                    if (change.closed() != null) {
                        closed.add(change.closed());
                    }
                }

                @Override
                public void refused(OrderRequest request, RiskVerdict verdict) {
                    verdict.reasons().forEach(reason -> refused.add(reason.code()));
                }
            });

    private void open(Side side) {
        book.lever(BTC.id(), 20);
        desk.place(OrderRequest.market(BTC, side, qty("0.1")), Quote.exactly(price("50000"), T0));
    }

    private void move(String from, String to) {
        CandleStep.move(desk, BTC, PriceMove.between(price(from), price(to), price(to), price(to), T0));
    }

    private BigDecimal lostByPriceAndLiquidation() {
        BigDecimal entryFee = dec("2.5");
        return dec("1000").subtract(entryFee).subtract(book.cash(Currency.USDT).total());
    }

    @Test
    void openingHoldsTheMarginAndMovesNoMoneyButTheFee() {
        open(Side.SELL);
        var cash = book.cash(Currency.USDT);
        assertEquals(dec("997.5"), cash.total());
        assertEquals(dec("250"), cash.margin());
        assertEquals(dec("747.5"), cash.available());
        assertEquals(dec("997.5"), book.equity(Currency.USDT));
        assertEquals(
                dec("52290.83"),
                book.position(BTC.id())
                        .orElseThrow()
                        .liquidationPrice()
                        .value()
                        .setScale(2, java.math.RoundingMode.DOWN));
    }

    @ParameterizedTest
    @CsvSource({"BUY, 47700", "SELL, 52280"})
    void nothingHappensBeforeTheLiquidationPrice(Side side, String to) {
        open(side);
        move("50000", to);
        assertTrue(closed.isEmpty());
    }

    @ParameterizedTest
    @CsvSource({
        "BUY, 50000, 47690", // reached
        "BUY, 40000, 39000", // jumped over: the insurance fund bears the rest
        "SELL, 50000, 52291",
        "SELL, 70000, 80000",
    })
    void aUsedUpMarginEndsThePositionAndCostsNoMoreThanItself(Side side, String from, String to) {
        open(side);
        move(from, to);
        assertEquals(Origin.Kind.LIQUIDATION, closed.getFirst().closedBy());
        assertTrue(book.positions().isEmpty());
        assertEquals(0, book.cash(Currency.USDT).margin().signum());
        assertTrue(lostByPriceAndLiquidation().compareTo(dec("250")) <= 0);
        assertTrue(lostByPriceAndLiquidation().compareTo(dec("249.99999")) > 0);
    }

    @Test
    void aStopBeforeItActsFirstUnlessThePriceJumpedOverBoth() {
        open(Side.BUY);
        book.protect(BTC.id(), null, price("48000"));
        move("50000", "47000");
        assertEquals(Origin.Kind.STOP_LOSS, closed.getFirst().closedBy());
        open(Side.BUY);
        book.protect(BTC.id(), null, price("48000"));
        move("47000", "46000");
        assertEquals(Origin.Kind.LIQUIDATION, closed.getLast().closedBy());
    }

    @Test
    void openOrdersOfTheContractGoWithIt() {
        open(Side.BUY);
        desk.place(OrderRequest.limit(BTC, Side.BUY, qty("0.01"), price("40000")), Quote.exactly(price("50000"), T0));
        assertEquals(dec("20.2"), book.cash(Currency.USDT).reserved(), "400 by 20, and the fee of 0.05 %");
        desk.place(OrderRequest.limit(BTC, Side.SELL, qty("0.1"), price("60000")), Quote.exactly(price("50000"), T0));
        assertEquals(dec("20.2"), book.cash(Currency.USDT).reserved(), "what closes needs no margin");
        move("50000", "47000");
        assertTrue(book.openOrders().isEmpty());
        assertEquals(0, book.cash(Currency.USDT).reserved().signum());
    }

    @Test
    void anOrderThatNeedsMoreMarginThanThereIsIsRefused() {
        book.lever(BTC.id(), 2);
        desk.place(OrderRequest.market(BTC, Side.SELL, qty("0.1")), Quote.exactly(price("50000"), T0));
        assertEquals(List.of("insufficient_funds"), refused);
        book.lever(BTC.id(), 10);
        desk.place(OrderRequest.market(BTC, Side.SELL, qty("0.1")), Quote.exactly(price("50000"), T0));
        assertEquals(1, refused.size());
        desk.place(OrderRequest.market(BTC, Side.BUY, qty("0.15")), Quote.exactly(price("50000"), T0));
        assertEquals(qty("0.05"), book.position(BTC.id()).orElseThrow().quantity(), "turned round");
    }

    @Test
    void fundingThatTheAccountCannotPayIsTakenFromTheMargin() {
        book.lever(BTC.id(), 10);
        desk.place(OrderRequest.market(BTC, Side.BUY, qty("0.19")), Quote.exactly(price("50000"), T0));
        var before = book.position(BTC.id()).orElseThrow();
        book.fund(BTC.id(), dec("0.01"), T0);
        var after = book.position(BTC.id()).orElseThrow();
        assertEquals(dec("-95"), after.margin().funding());
        assertEquals(dec("900.25"), book.cash(Currency.USDT).total(), "1000 less 4.75 of fee and 95 of funding");
        assertEquals(dec("900.25"), after.margin().held());
        assertTrue(after.liquidationPrice().isAbove(before.liquidationPrice()));
    }
}
