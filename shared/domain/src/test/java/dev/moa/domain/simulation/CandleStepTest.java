package dev.moa.domain.simulation;

import static dev.moa.domain.Samples.ACCOUNT;
import static dev.moa.domain.Samples.BTC;
import static dev.moa.domain.Samples.candle;
import static dev.moa.domain.Samples.dec;
import static dev.moa.domain.Samples.minute;
import static dev.moa.domain.Samples.price;
import static dev.moa.domain.Samples.qty;
import static dev.moa.domain.Samples.usdt;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.moa.domain.candle.Candle;
import dev.moa.domain.candle.CandleSeries;
import dev.moa.domain.candle.Interval;
import dev.moa.domain.order.Fill;
import dev.moa.domain.order.OrderRequest;
import dev.moa.domain.order.Origin;
import dev.moa.domain.order.Protection;
import dev.moa.domain.portfolio.ClosedTrade;
import dev.moa.domain.portfolio.Portfolio;
import dev.moa.domain.portfolio.PortfolioChange;
import dev.moa.domain.risk.Refusal;
import dev.moa.domain.risk.RiskLimits;
import dev.moa.domain.risk.RiskVerdict;
import dev.moa.domain.strategy.PositionSizing;
import dev.moa.domain.strategy.Signal;
import dev.moa.domain.strategy.Strategy;
import dev.moa.domain.strategy.StrategyRun;
import dev.moa.domain.value.OrderId;
import dev.moa.domain.value.Percent;
import dev.moa.domain.value.Side;
import dev.moa.domain.value.StrategyId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CandleStepTest {
    private final List<Fill> fills = new ArrayList<>();
    private final List<ClosedTrade> trades = new ArrayList<>();
    private final List<String> refusals = new ArrayList<>();
    private final Portfolio book = Portfolio.opened(ACCOUNT, usdt("100000"));
    private long ids;
    private final SimulatedDesk desk = new SimulatedDesk(
            book,
            FillModel.SIGNAL_CLOSE.withSlippage(dec("0")),
            RiskLimits.DEFAULT,
            () -> new OrderId(new UUID(0, ++ids)),
            new Journal());

    @Test
    void aStrategyTradesAtTheCloseOfItsCandle() {
        StrategyRun run = run(Map.of(1, Signal.Action.ENTER_LONG, 3, Signal.Action.EXIT));
        play(run, candle(0, "100", "100", "100", "100"));
        play(run, candle(1, "100", "103", "100", "102"));
        assertEquals(price("102"), fills.getFirst().price());
        assertEquals(minute(2), fills.getFirst().marketTime());

        play(run, candle(2, "102", "103", "101", "103"));
        play(run, candle(3, "103", "104", "103", "104"));
        assertEquals(price("104"), fills.getLast().price());
        assertEquals(Origin.Kind.STRATEGY, trades.getFirst().closedBy());
    }

    @Test
    void theStopActsFromTheCandleAfterTheEntry() {
        StrategyRun run = run(Map.of(0, Signal.Action.ENTER_LONG));
        play(run, candle(0, "100", "120", "50", "100"));
        assertTrue(trades.isEmpty());

        play(run, candle(1, "100", "101", "97", "99"));

        assertEquals(price("98"), fills.getLast().price());
        assertEquals(Origin.Kind.STOP_LOSS, trades.getFirst().closedBy());
        assertTrue(book.positions().isEmpty());
    }

    @Test
    void aRepeatedCandleDecidesNothingAgain() {
        StrategyRun run = run(Map.of(0, Signal.Action.ENTER_LONG, 1, Signal.Action.EXIT));
        Candle first = candle(0, "100", "100", "100", "100");
        play(run, first);
        play(run, first);
        assertEquals(1, fills.size());
        assertEquals(1, book.positions().size());
    }

    @Test
    void anEntryWhileHoldingAndAnExitWhileFlatDoNothing() {
        StrategyRun run = run(Map.of(0, Signal.Action.EXIT, 1, Signal.Action.ENTER_LONG, 2, Signal.Action.ENTER_LONG));
        for (int i = 0; i < 3; i++) {
            play(run, candle(i, "100", "100", "100", "100"));
        }
        assertEquals(1, fills.size());
        assertEquals(List.of(), refusals);
    }

    @Test
    void aReachedStopTakesRivalSellOrdersOutOfTheWay() {
        StrategyRun run = run(Map.of(0, Signal.Action.ENTER_LONG));
        play(run, candle(0, "100", "100", "100", "100"));
        desk.place(
                OrderRequest.limit(
                        BTC, Side.SELL, book.position(BTC.id()).orElseThrow().quantity(), price("104")),
                Quote.last(price("100"), minute(1)));
        assertEquals(1, book.openOrders().size());

        play(run, candle(1, "100", "101", "97", "99"));

        assertTrue(book.openOrders().isEmpty());
        assertTrue(book.positions().isEmpty());
        assertEquals(Origin.Kind.STOP_LOSS, trades.getFirst().closedBy());
    }

    @Test
    void restingOrdersMeetTheCandleBeforeItsStopDoes() {
        desk.place(
                OrderRequest.limit(BTC, Side.BUY, qty("1"), price("95"))
                        .protectedBy(new Protection(null, Percent.of("2"))),
                Quote.last(price("100"), minute(0)));

        CandleStep.close(desk, BTC, candle(1, "100", "100", "90", "92"), Interval.M1, List.of());

        assertEquals(
                List.of(price("95"), price("93.1")),
                fills.stream().map(Fill::price).toList());
    }

    @Test
    void aTargetThatMayHaveBeenPassedBeforeThePurchaseWaitsForTheNextCandle() {
        desk.place(
                OrderRequest.limit(BTC, Side.BUY, qty("1"), price("95"))
                        .protectedBy(new Protection(Percent.of("2"), null)),
                Quote.last(price("100"), minute(0)));

        CandleStep.close(desk, BTC, candle(1, "100", "100", "94", "96"), Interval.M1, List.of());
        assertEquals(List.of(price("95")), fills.stream().map(Fill::price).toList());

        CandleStep.close(desk, BTC, candle(2, "96", "97", "96", "97"), Interval.M1, List.of());
        assertEquals(
                List.of(price("95"), price("96.9")),
                fills.stream().map(Fill::price).toList());
    }

    @Test
    void aRefusedOrderNeverReachesTheVenue() {
        desk.place(OrderRequest.market(BTC, Side.BUY, qty("5")), Quote.last(price("60000"), minute(0)));
        assertEquals(List.of("insufficient_funds", "max_order_value"), refusals);
        assertTrue(fills.isEmpty() && book.openOrders().isEmpty());
    }

    private void play(StrategyRun run, Candle candle) {
        CandleStep.close(desk, BTC, candle, Interval.M1, List.of(run));
    }

    private static StrategyRun run(Map<Integer, Signal.Action> script) {
        return new StrategyRun(
                new StrategyId(new UUID(0, 1)),
                BTC,
                new Scripted(script),
                PositionSizing.ofEquity(Percent.of("10")),
                new Protection(Percent.of("5"), Percent.of("2")));
    }

    /** Wants what the script says at each candle. */
    private record Scripted(Map<Integer, Signal.Action> script) implements Strategy {
        @Override
        public int candlesNeeded() {
            return 1;
        }

        @Override
        public Optional<Signal> onCandle(CandleSeries series) {
            return Optional.ofNullable(script.get((int) series.count() - 1))
                    .map(action -> new Signal(action, series.last().openTime(), "script"));
        }
    }

    private final class Journal implements SimulatedDesk.Journal {
        @Override
        public void booked(PortfolioChange change) {
            Optional.ofNullable(change.transition().fill()).ifPresent(fills::add);
            Optional.ofNullable(change.closed()).ifPresent(trades::add);
        }

        @Override
        public void refused(OrderRequest request, RiskVerdict verdict) {
            verdict.reasons().stream().map(Refusal::code).forEach(refusals::add);
        }
    }
}
