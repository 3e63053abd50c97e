package dev.moa.domain.portfolio;

import static dev.moa.domain.Samples.ACCOUNT;
import static dev.moa.domain.Samples.T0;
import static dev.moa.domain.Samples.usdt;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.moa.domain.instrument.Instrument;
import dev.moa.domain.instrument.InstrumentId;
import dev.moa.domain.instrument.VenueRules;
import dev.moa.domain.order.OrderRequest;
import dev.moa.domain.order.Origin;
import dev.moa.domain.risk.RiskLimits;
import dev.moa.domain.risk.RiskVerdict;
import dev.moa.domain.simulation.CandleStep;
import dev.moa.domain.simulation.FillModel;
import dev.moa.domain.simulation.PriceMove;
import dev.moa.domain.simulation.Quote;
import dev.moa.domain.simulation.SimulatedDesk;
import dev.moa.domain.value.Currency;
import dev.moa.domain.value.OrderId;
import dev.moa.domain.value.Price;
import dev.moa.domain.value.Quantity;
import dev.moa.domain.value.Side;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.statistics.Statistics;

/** Contracts long and short, at any leverage, through any prices: the books always explain every cent. */
class ContractPropertyTest {
    private static final BigDecimal PURSE = new BigDecimal("100000");
    private static final Instrument BTC = VenueRules.instrument(InstrumentId.parse("BINANCE_FUTURES:BTCUSDT"));

    record Step(int kind, int lots, int percent) {}

    @Provide
    Arbitrary<List<Step>> steps() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 6),
                        Arbitraries.integers().between(1, 400),
                        Arbitraries.integers().between(-8, 8))
                .as(Step::new)
                .list()
                .ofMinSize(3)
                .ofMaxSize(40);
    }

    private final List<LedgerEntry> entries = new ArrayList<>();
    private final List<ClosedTrade> trades = new ArrayList<>();
    private long numbers;

    @Property(tries = 400)
    void cashMarginAndValueAlwaysEqualTheOpeningAndEveryProfit(
            @ForAll("steps") List<Step> steps, @ForAll @IntRange(min = 1, max = 125) int leverage) {
        entries.clear();
        trades.clear();
        Portfolio book = Portfolio.opened(ACCOUNT, usdt("100000"));
        book.lever(BTC.id(), leverage);
        SimulatedDesk desk = new SimulatedDesk(
                book,
                FillModel.SIGNAL_CLOSE,
                RiskLimits.NONE,
                () -> new OrderId(new UUID(9, ++numbers)),
                journal(book));
        Price price = Price.of("50000");
        book.mark(BTC.id(), price);
        for (Step step : steps) {
            BigDecimal moved = price.moved(BigDecimal.valueOf(step.percent())).value();
            Price next = new Price(moved.setScale(2, RoundingMode.HALF_EVEN));
            act(desk, book, step, price, next);
            price = step.kind() >= 4 ? next : price;
            everyCentIsExplained(book, price);
        }
        Statistics.collect(
                trades.stream().anyMatch(trade -> trade.closedBy() == Origin.Kind.LIQUIDATION) ? "liquidated" : "not");
        Statistics.coverage(coverage -> coverage.check("liquidated").percentage(share -> share > 10));
    }

    private void act(SimulatedDesk desk, Portfolio book, Step step, Price price, Price next) {
        Quantity quantity = new Quantity(new BigDecimal("0.001").multiply(BigDecimal.valueOf(step.lots())));
        Side side = step.percent() > 0 ? Side.BUY : Side.SELL;
        switch (step.kind()) {
            case 0, 1 -> desk.place(OrderRequest.market(BTC, side, quantity), Quote.last(price, T0));
            case 2 -> desk.place(OrderRequest.limit(BTC, side, quantity, next), Quote.last(price, T0));
            case 3 ->
                book.fund(BTC.id(), new BigDecimal("0.0001").multiply(BigDecimal.valueOf(step.percent())), T0)
                        .ifPresent(change -> entries.addAll(change.entries()));
            default -> CandleStep.move(desk, BTC, PriceMove.between(price, next, next, next, T0));
        }
    }

    private SimulatedDesk.Journal journal(Portfolio book) {
        return new SimulatedDesk.Journal() {
            @Override
            public void booked(PortfolioChange change) {
                entries.addAll(change.entries());
                if (change.closed() != null) {
                    trades.add(change.closed());
                }
                if (change.transition().order().request().origin().kind() == Origin.Kind.LIQUIDATION
                        && change.transition().fill() != null) {
                    liquidationCostNoMoreThanTheMargin(change);
                } else if (!change.positions().isEmpty()) {
                    before = change.positions().getLast().margin();
                }
            }

            @Override
            public void refused(OrderRequest request, RiskVerdict verdict) {
                assertTrue(request.origin().kind() != Origin.Kind.LIQUIDATION, verdict::toString);
            }
        };
    }

    private Margin before = Margin.NONE;

    private void liquidationCostNoMoreThanTheMargin(PortfolioChange change) {
        BigDecimal taken = change.entries().stream()
                .filter(entry -> entry.account() == LedgerAccount.CASH)
                .map(entry -> entry.amount().amount())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertTrue(taken.negate().compareTo(before.held()) <= 0, () -> "lost " + taken + " of " + before.held());
    }

    private void everyCentIsExplained(Portfolio book, Price price) {
        CashBalance cash = book.cash(Currency.USDT);
        BigDecimal margin = BigDecimal.ZERO;
        BigDecimal value = BigDecimal.ZERO;
        BigDecimal profit = PURSE;
        for (ClosedTrade trade : trades) {
            profit = profit.add(trade.profit());
        }
        for (Position position : book.positions()) {
            before = position.margin();
            margin = margin.add(position.margin().held());
            value = value.add(position.value(price));
            profit = profit.add(position.realized()).add(position.unrealized(price));
        }
        BigDecimal free = cash.total().subtract(cash.margin());
        assertEquals(0, free.add(margin).add(value).compareTo(profit), "cash + margin + value");
        assertEquals(0, margin.compareTo(cash.margin()));
        BigDecimal booked = entries.stream()
                .filter(entry -> entry.account() == LedgerAccount.CASH)
                .map(entry -> entry.amount().amount())
                .reduce(PURSE, BigDecimal::add);
        assertEquals(0, booked.compareTo(cash.total()), "the ledger");
        assertTrue(Ledger.sums(entries).values().stream().allMatch(sum -> sum.signum() == 0));
        Portfolio rebuilt = Portfolio.of(book.snapshot());
        assertEquals(book.snapshot(), rebuilt.snapshot());
        assertEquals(cash, rebuilt.cash(Currency.USDT));
    }
}
