package dev.moa.domain.simulation;

import static dev.moa.domain.Samples.candle;
import static dev.moa.domain.Samples.dec;
import static dev.moa.domain.Samples.usdt;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.moa.domain.Samples;
import dev.moa.domain.candle.Candle;
import dev.moa.domain.candle.Interval;
import dev.moa.domain.portfolio.ClosedTrade;
import dev.moa.domain.risk.RiskLimits;
import dev.moa.domain.strategy.Sizing;
import dev.moa.domain.strategy.StrategyRun;
import dev.moa.domain.strategy.StrategySettings;
import dev.moa.domain.strategy.templates.StrategyTemplate;
import dev.moa.domain.value.StrategyId;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Strategies that keep the account in a state instead of entering and leaving. */
class StandingStrategiesTest {
    /** 1200 buys 9.99 at 120 with its fee. By hand: bought at 120 and 110, sold at 130 and 120, 0.1 % of 4795.2 in fees. */
    @Test
    void aGridBuysOnTheWayDownAndSellsEachLevelHigher() {
        BacktestResult result = run(
                StrategyTemplate.GRID,
                grid("100", "140", "4", "1200"),
                StrategySettings.DEFAULT,
                List.of(
                        candle(0, "125", "125", "125", "125"),
                        candle(1, "125", "125", "109", "115"),
                        candle(2, "115", "131", "115", "128")));
        assertEquals(1, result.trades().size());
        ClosedTrade trade = result.trades().getFirst();
        assertEquals(0, dec("115").compareTo(trade.entryPrice().value()));
        assertEquals(0, dec("125").compareTo(trade.exitPrice().value()));
        assertEquals(0, dec("195.0048").compareTo(trade.profit()));
        assertNull(result.open());
    }

    @Test
    void aGridThatFallsThroughItsStopSellsEverythingOnceAndWaits() {
        Map<String, BigDecimal> stopped = new HashMap<>(grid("100", "140", "4", "1200"));
        stopped.put("stop_below_pct", dec("5"));
        BacktestResult result = run(
                StrategyTemplate.GRID,
                stopped,
                StrategySettings.DEFAULT,
                List.of(
                        candle(0, "125", "125", "125", "125"),
                        candle(1, "125", "125", "99", "99"),
                        candle(2, "99", "99", "94", "94"),
                        candle(3, "94", "98", "94", "98"),
                        candle(4, "98", "98", "98", "98")));
        assertEquals(1, result.trades().size());
        assertEquals(
                dec("94").doubleValue(),
                result.trades().getFirst().exitPrice().value().doubleValue(),
                0.1);
        assertNull(result.open(), "below the range nothing is bought again");
    }

    /** Compared with a grid that remembers each level, over a price that wanders. */
    @Test
    void aGridThatRemembersNothingTradesLikeOneThatRemembersEverything() {
        for (int seed = 1; seed <= 20; seed++) {
            List<Candle> candles = wandering(new Random(seed), 600);
            Remembering expected = new Remembering();
            candles.forEach(expected::candle);
            BacktestResult result =
                    run(StrategyTemplate.GRID, grid("50", "150", "10", "500"), StrategySettings.DEFAULT, candles);
            BigDecimal held = result.open() == null
                    ? BigDecimal.ZERO
                    : result.open().quantity().value();
            assertTrue(expected.fills > 20, "too few trades to prove anything");
            assertEquals(0, expected.held().compareTo(held), "held with seed " + seed);
            assertEquals(0, expected.fees().compareTo(result.performance().fees()), "fees with seed " + seed);
        }
    }

    @Test
    void regularPurchasesAddToWhatIsHeldOncePerPeriod() {
        StrategySettings hundred = StrategySettings.DEFAULT.sized(Sizing.amount(dec("100")));
        List<Candle> candles = IntStream.rangeClosed(0, 300)
                .mapToObj(i -> candle(i, "50", "50", "50", "50"))
                .toList();
        BacktestResult result = run(StrategyTemplate.DCA, Map.of("every_hours", BigDecimal.ONE), hundred, candles);
        assertEquals(9.988, quantity(result).doubleValue(), 0.002, "five times 100 at 50.01 with the fee inside");
        assertNull(result.open().stopLoss(), "a purchase plan has no stop");
    }

    @Test
    void regularPurchasesWaitForTheirDip() {
        StrategySettings hundred = StrategySettings.DEFAULT.sized(Sizing.amount(dec("100")));
        List<Candle> candles = new ArrayList<>();
        String[] prices = {"50", "50", "49.6", "49", "49"};
        for (int hour = 0; hour < prices.length; hour++) {
            candles.add(candle(60 * hour, prices[hour], prices[hour], prices[hour], prices[hour]));
        }
        BacktestResult result = run(
                StrategyTemplate.DCA,
                Map.of("every_hours", BigDecimal.ONE, "dip_pct", BigDecimal.ONE),
                hundred,
                candles);
        assertEquals(49.0, result.open().entryPrice().value().doubleValue(), 0.05);
    }

    /** By hand: 49.95004 bought at 100; at 120 it is 4.5 % off and inside the band; at 130 the surplus of 6.5 % is sold. */
    @Test
    void rebalancingTradesOnlyOutsideItsBand() {
        List<Candle> candles = new ArrayList<>();
        String[] prices = {"100", "100", "120", "130"};
        for (int hour = 0; hour < prices.length; hour++) {
            candles.add(candle(60 * hour, prices[hour], prices[hour], prices[hour], prices[hour]));
        }
        Map<String, BigDecimal> hourly = Map.of("every_hours", BigDecimal.ONE);
        BigDecimal atTwenty =
                quantity(run(StrategyTemplate.REBALANCE, hourly, StrategySettings.DEFAULT, candles.subList(0, 3)));
        assertEquals(dec("49.95").doubleValue(), atTwenty.doubleValue(), 0.02);
        BigDecimal atThirty = quantity(run(StrategyTemplate.REBALANCE, hourly, StrategySettings.DEFAULT, candles));
        assertEquals(44.2, atThirty.doubleValue(), 0.1);
    }

    private static BigDecimal quantity(BacktestResult result) {
        return result.open().quantity().value();
    }

    private static Map<String, BigDecimal> grid(String lower, String upper, String levels, String amount) {
        return Map.of("lower", dec(lower), "upper", dec(upper), "levels", dec(levels), "amount", dec(amount));
    }

    private static BacktestResult run(
            StrategyTemplate template,
            Map<String, BigDecimal> parameters,
            StrategySettings settings,
            List<Candle> candles) {
        StrategyRun run =
                new StrategyRun(new StrategyId(new UUID(0, 1)), Samples.BTC, template.create(parameters), settings);
        return new BacktestLoop(run, Interval.M1, usdt("10000"), RiskLimits.NONE, FillModel.SIGNAL_CLOSE)
                .run(candles.iterator(), BacktestProgress.SILENT);
    }

    /** Each candle moves by less than one level. */
    private static List<Candle> wandering(Random random, int count) {
        List<Candle> candles = new ArrayList<>();
        double price = 100.5;
        for (int i = 0; i < count; i++) {
            double close = Math.clamp(price + random.nextGaussian() * 3, price - 8, price + 8);
            close = Math.clamp(close, 45.0, 155.0);
            String open = text(price);
            String end = text(close);
            String high = text(Math.max(price, close) + 0.5);
            String low = text(Math.min(price, close) - 0.5);
            candles.add(candle(i, open, high, low, end));
            price = Double.parseDouble(end);
        }
        return candles;
    }

    private static String text(double price) {
        return BigDecimal.valueOf(price).setScale(2, RoundingMode.HALF_EVEN).toPlainString();
    }

    /** Ten levels from 50 to 150, with a flag for each and the orders it has out; 4.995 each. */
    private static final class Remembering {
        private static final BigDecimal EACH = dec("4.99500");
        private final boolean[] full = new boolean[10];
        private final String[] order = new String[10];
        private BigDecimal traded = BigDecimal.ZERO;
        private int fills;

        void candle(Candle candle) {
            for (int i = 0; i < full.length; i++) {
                if ("buy".equals(order[i]) && candle.low().value().compareTo(price(i)) <= 0) {
                    fill(i, true, price(i));
                } else if ("sell".equals(order[i]) && candle.high().value().compareTo(price(i + 1)) >= 0) {
                    fill(i, false, price(i + 1));
                }
            }
            for (int i = 0; i < full.length; i++) {
                if (order[i] == null && full[i]) {
                    order[i] = "sell";
                } else if (order[i] == null && price(i).compareTo(candle.close().value()) < 0) {
                    order[i] = "buy";
                }
            }
        }

        private void fill(int level, boolean bought, BigDecimal price) {
            full[level] = bought;
            order[level] = null;
            traded = traded.add(price.multiply(EACH));
            fills++;
        }

        private static BigDecimal price(int level) {
            return BigDecimal.valueOf(50 + 10L * level);
        }

        BigDecimal held() {
            long levels = IntStream.range(0, full.length).filter(i -> full[i]).count();
            return EACH.multiply(BigDecimal.valueOf(levels));
        }

        BigDecimal fees() {
            return traded.movePointLeft(3);
        }
    }
}
