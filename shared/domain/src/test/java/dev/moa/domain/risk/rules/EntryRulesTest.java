package dev.moa.domain.risk.rules;

import static dev.moa.domain.Samples.ACCOUNT;
import static dev.moa.domain.Samples.BTC;
import static dev.moa.domain.Samples.ETH;
import static dev.moa.domain.Samples.T0;
import static dev.moa.domain.Samples.dec;
import static dev.moa.domain.Samples.fill;
import static dev.moa.domain.Samples.filled;
import static dev.moa.domain.Samples.limit;
import static dev.moa.domain.Samples.market;
import static dev.moa.domain.Samples.minute;
import static dev.moa.domain.Samples.price;
import static dev.moa.domain.Samples.qty;
import static dev.moa.domain.Samples.submitted;
import static dev.moa.domain.Samples.usdt;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.moa.domain.instrument.Instrument;
import dev.moa.domain.order.Order;
import dev.moa.domain.order.OrderRequest;
import dev.moa.domain.portfolio.Portfolio;
import dev.moa.domain.risk.Cap;
import dev.moa.domain.risk.Limit;
import dev.moa.domain.risk.Refusal;
import dev.moa.domain.risk.RiskContext;
import dev.moa.domain.risk.RiskLevel;
import dev.moa.domain.risk.RiskLimits;
import dev.moa.domain.risk.RiskPolicy;
import dev.moa.domain.risk.facts.Exit;
import dev.moa.domain.risk.facts.Exposure;
import dev.moa.domain.risk.facts.PriceRange;
import dev.moa.domain.risk.facts.Purse;
import dev.moa.domain.value.Currency;
import dev.moa.domain.value.Side;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each rule at its edge: one side passes, the other is refused, and an exit always passes. */
class EntryRulesTest {
    private static final Cap THOUSAND = Cap.NONE.withAmount(Currency.USDT, dec("1000"));
    private static final OrderRequest BUY = OrderRequest.market(BTC, Side.BUY, qty("0.01"));
    private static final RiskLimits NONE = RiskLimits.NONE;

    private record Case(String code, RiskLimits limits, Consumer<KnownFacts> passes, Consumer<KnownFacts> refused) {}

    private static Purse purse(String equity, String day, String realized, String peak, String best) {
        return new Purse(dec(equity), dec(day), dec(realized), dec(peak), dec(best));
    }

    private static Exit exit(String profit, boolean stop, Instant at) {
        return new Exit(BTC.id(), Currency.USDT, dec(profit), dec("100"), stop, null, at);
    }

    private static Exposure at(Instrument instrument, String held) {
        return new Exposure(instrument.id(), Currency.USDT, dec(held), dec("0"));
    }

    /** The order at hand is worth 500. */
    static Stream<Arguments> cases() {
        return Stream.of(
                        new Case(
                                "daily_loss_limit",
                                NONE.with(Limit.DAILY_LOSS, THOUSAND),
                                facts -> facts.purse = purse("9000", "-999.99", "0", "10000", "0"),
                                facts -> facts.purse = purse("9000", "-1000", "0", "10000", "0")),
                        new Case(
                                "daily_realized_loss",
                                NONE.with(Limit.DAILY_REALIZED_LOSS, THOUSAND),
                                facts -> facts.purse = purse("9000", "-5000", "-999.99", "10000", "0"),
                                facts -> facts.purse = purse("9000", "0", "-1000", "10000", "0")),
                        new Case(
                                "max_drawdown",
                                NONE.with(Limit.MAX_DRAWDOWN, Cap.ofEquity("20")),
                                facts -> facts.purse = purse("8000.01", "0", "0", "10000", "0"),
                                facts -> facts.purse = purse("8000", "0", "0", "10000", "0")),
                        new Case(
                                "profit_lock",
                                NONE.with(Limit.PROFIT_LOCK, THOUSAND).with(Limit.PROFIT_LOCK_GIVE_BACK_PCT, 40),
                                facts -> facts.purse = purse("10000", "601", "0", "10000", "1000"),
                                facts -> facts.purse = purse("10000", "600", "0", "10000", "1000")),
                        new Case(
                                "profit_lock",
                                NONE.with(Limit.PROFIT_LOCK, THOUSAND),
                                facts -> facts.purse = purse("10000", "1", "0", "10000", "999"),
                                facts -> facts.locked = true),
                        new Case(
                                "max_daily_trades",
                                NONE.with(Limit.MAX_DAILY_TRADES, 3),
                                facts -> facts.trades = 2,
                                facts -> facts.trades = 3),
                        new Case(
                                "losses_in_a_row",
                                NONE.with(Limit.MAX_LOSSES_IN_A_ROW, 2),
                                facts -> facts.exits.addAll(
                                        List.of(exit("-1", false, T0), exit("1", false, T0), exit("-1", false, T0))),
                                facts -> facts.exits.addAll(List.of(exit("-1", false, T0), exit("-1", false, T0)))),
                        new Case(
                                "losses_in_a_row",
                                NONE.with(Limit.MAX_LOSSES_IN_A_ROW, 1).with(Limit.LOSSES_PAUSE_MINUTES, 30),
                                facts -> facts.exits.add(exit("-1", false, minute(-30))),
                                facts -> facts.exits.add(exit("-1", false, minute(-29)))),
                        new Case(
                                "stop_loss_guard",
                                NONE.with(Limit.STOP_LOSS_GUARD_COUNT, 2)
                                        .with(Limit.STOP_LOSS_GUARD_WINDOW_MINUTES, 60),
                                facts -> facts.exits.addAll(
                                        List.of(exit("-1", true, minute(-61)), exit("-1", true, minute(-1)))),
                                facts -> facts.exits.addAll(
                                        List.of(exit("-1", true, minute(-59)), exit("-1", true, minute(-1))))),
                        new Case(
                                "exit_pause",
                                NONE.with(Limit.EXIT_PAUSE_MINUTES, 10),
                                facts -> facts.exits.add(exit("1", false, minute(-10))),
                                facts -> facts.exits.add(exit("1", false, minute(-9)))),
                        new Case(
                                "low_profit",
                                NONE.with(Limit.LOW_PROFIT_PCT, 1),
                                facts -> facts.exits.addAll(List.of(exit("0", false, T0), exit("2", false, T0))),
                                facts -> facts.exits.addAll(List.of(exit("0", false, T0), exit("1.9", false, T0)))),
                        new Case(
                                "max_open_positions",
                                NONE.with(Limit.MAX_OPEN_POSITIONS, 1),
                                facts -> facts.exposures.add(at(BTC, "1")),
                                facts -> facts.exposures.add(at(ETH, "1"))),
                        new Case(
                                "max_instrument_exposure",
                                NONE.with(Limit.MAX_INSTRUMENT_EXPOSURE, THOUSAND),
                                facts -> facts.exposures.addAll(List.of(at(BTC, "500"), at(ETH, "9000"))),
                                facts -> facts.exposures.add(at(BTC, "500.01"))),
                        new Case(
                                "max_market_exposure",
                                NONE.with(Limit.MAX_MARKET_EXPOSURE, THOUSAND),
                                facts -> facts.exposures.add(at(ETH, "500")),
                                facts -> facts.exposures.add(at(ETH, "500.01"))),
                        new Case(
                                "max_currency_exposure",
                                NONE.with(Limit.MAX_CURRENCY_EXPOSURE, Cap.ofEquity("10")),
                                facts -> facts.exposures.add(at(ETH, "500")),
                                facts -> facts.exposures.add(at(ETH, "500.01"))),
                        new Case(
                                "max_leverage",
                                NONE.with(Limit.MAX_LEVERAGE, 2),
                                facts -> facts.exposures.add(at(ETH, "19500")),
                                facts -> facts.exposures.add(at(ETH, "19501"))),
                        new Case(
                                "volatility",
                                NONE.with(Limit.VOLATILITY_PCT, 5),
                                facts -> facts.ranges.put(BTC.id(), new PriceRange(price("100"), price("105"))),
                                facts -> facts.ranges.put(BTC.id(), new PriceRange(price("100"), price("105.1")))),
                        new Case(
                                "index_shock",
                                NONE.with(Limit.INDEX_SHOCK_PCT, 5),
                                facts -> facts.ranges.put(ETH.id(), new PriceRange(price("1"), price("2"))),
                                facts -> facts.ranges.put(BTC.id(), new PriceRange(price("100"), price("106")))),
                        new Case(
                                "stale_quote",
                                NONE.with(Limit.STALE_QUOTE_SECONDS, 30),
                                facts -> facts.heard.put(BTC.id(), T0.minusSeconds(30)),
                                facts -> facts.heard.put(BTC.id(), T0.minusSeconds(31))),
                        new Case(
                                "duplicate_order",
                                NONE.with(Limit.DUPLICATE_SECONDS, 5),
                                facts -> facts.placed = T0.minusSeconds(5),
                                facts -> facts.placed = T0.minusSeconds(4)))
                .map(one -> Arguments.of(one.code(), one));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void holdsAtItsEdgeAndNeverAgainstAnExit(String code, Object given) {
        Case one = (Case) given;
        Portfolio book = Portfolio.opened(ACCOUNT, usdt("10000"));
        KnownFacts passing = new KnownFacts();
        one.passes().accept(passing);
        assertEquals(List.of(), codes(BUY, book, one.limits(), passing));
        KnownFacts refusing = new KnownFacts();
        one.refused().accept(refusing);
        assertEquals(List.of(code), codes(BUY, book, one.limits(), refusing));
        hold(book);
        assertEquals(
                List.of(),
                codes(OrderRequest.market(BTC, Side.SELL, qty("0.01")), book, one.limits(), refusing),
                "an exit");
    }

    @Test
    void thePositionCountsWhatIsHeldAndOrdered() {
        Portfolio book = Portfolio.opened(ACCOUNT, usdt("10000"));
        RiskLimits limits = NONE.with(Limit.MAX_POSITION_SIZE, THOUSAND);
        hold(book);
        assertEquals(List.of(), codes(BUY, book, limits, new KnownFacts()));
        book.place(limit(Side.BUY, "0.001", "40000"));
        assertEquals(List.of("max_position_size"), codes(BUY, book, limits, new KnownFacts()));
    }

    @Test
    void aPriceFarFromTheMarketIsRefusedAlsoForAnExit() {
        Portfolio book = Portfolio.opened(ACCOUNT, usdt("10000"));
        RiskLimits limits = NONE.with(Limit.PRICE_COLLAR_PCT, 10);
        hold(book);
        for (Side side : Side.values()) {
            assertEquals(List.of(), codes(at(side, "45000"), book, limits, new KnownFacts()));
            assertEquals(List.of("price_collar"), codes(at(side, "44999.99"), book, limits, new KnownFacts()));
            assertEquals(List.of("price_collar"), codes(at(side, "55000.01"), book, limits, new KnownFacts()));
        }
    }

    private static OrderRequest at(Side side, String price) {
        return OrderRequest.limit(BTC, side, qty("0.01"), price(price));
    }

    @Test
    void everyReasonIsNamedWithItsLevelAndNumbers() {
        KnownFacts facts = new KnownFacts();
        facts.trades = 3;
        facts.purse = purse("9000", "-1000", "0", "10000", "0");
        RiskLimits limits = NONE.with(Limit.MAX_DAILY_TRADES, 3).with(Limit.DAILY_LOSS, THOUSAND);
        List<Refusal> reasons = RiskPolicy.LIMITS
                .evaluate(new RiskContext(BUY, price("50000"), Portfolio.opened(ACCOUNT, usdt("10000")), limits, facts))
                .reasons();
        assertEquals(
                List.of(
                        "Today's loss of 1000 USDT has reached the limit of 1000 USDT; only reducing orders are taken"
                                + " (limit of this account).",
                        "Today's 3 trades are used up (limit of this account)."),
                reasons.stream().map(Refusal::message).toList());
        assertEquals(RiskLevel.ACCOUNT, reasons.getFirst().level());
    }

    private static void hold(Portfolio book) {
        Order order = market(Side.BUY, "0.01", "50000");
        book.place(order);
        Order sent = book.apply(order.apply(submitted(order))).transition().order();
        book.apply(sent.apply(filled(sent, fill("h", "0.01", "50000", "0"))));
    }

    private static List<String> codes(OrderRequest request, Portfolio book, RiskLimits limits, KnownFacts facts) {
        return RiskPolicy.LIMITS
                .evaluate(new RiskContext(request, price("50000"), book, limits, facts))
                .reasons()
                .stream()
                .map(Refusal::code)
                .toList();
    }
}
