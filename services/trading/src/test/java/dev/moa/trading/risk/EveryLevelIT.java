package dev.moa.trading.risk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.moa.domain.instrument.Instrument;
import dev.moa.domain.instrument.InstrumentId;
import dev.moa.domain.instrument.VenueRules;
import dev.moa.domain.order.OrderRequest;
import dev.moa.domain.order.Origin;
import dev.moa.domain.risk.Cap;
import dev.moa.domain.risk.Limit;
import dev.moa.domain.risk.Refusal;
import dev.moa.domain.risk.RiskLevel;
import dev.moa.domain.risk.RiskLimits;
import dev.moa.domain.value.Currency;
import dev.moa.domain.value.Price;
import dev.moa.domain.value.Quantity;
import dev.moa.domain.value.Side;
import dev.moa.domain.value.StrategyId;
import dev.moa.testkit.Await;
import dev.moa.testkit.FixedClock;
import dev.moa.trading.Person;
import dev.moa.trading.TradingSuite;
import dev.moa.trading.account.AccountLane;
import dev.moa.trading.account.AccountLanes;
import dev.moa.trading.order.OrderPlacement;
import dev.moa.trading.order.Placement;
import dev.moa.trading.risk.limit.LevelKey;
import dev.moa.trading.risk.limit.LimitBook;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every limit there is holds at every level: household, person, account and strategy, also after a restart. */
class EveryLevelIT {
    private static final String BTC = "BINANCE:BTCUSDT";
    private static final Instrument COIN = VenueRules.instrument(InstrumentId.parse(BTC));
    private static final FixedClock CLOCK = new FixedClock(Instant.parse("2026-11-20T03:00:00Z"));
    private static final StrategyId STRATEGY = new StrategyId(UUID.fromString("01990000-0000-7000-8000-000000000009"));
    private static final Map<Limit, String> CODES = Map.of(
            Limit.DAILY_LOSS, "daily_loss_limit",
            Limit.MAX_LOSSES_IN_A_ROW, "losses_in_a_row",
            Limit.EXIT_PAUSE_MINUTES, "exit_pause",
            Limit.STOP_LOSS_GUARD_COUNT, "stop_loss_guard",
            Limit.LOW_PROFIT_PCT, "low_profit",
            Limit.VOLATILITY_PCT, "volatility",
            Limit.INDEX_SHOCK_PCT, "index_shock",
            Limit.PRICE_COLLAR_PCT, "price_collar",
            Limit.DUPLICATE_SECONDS, "duplicate_order",
            Limit.STALE_QUOTE_SECONDS, "stale_quote");
    /** Windows and pauses restrict nothing by themselves. */
    private static final Set<Limit> TERMS = EnumSet.of(
            Limit.LOSSES_PAUSE_MINUTES,
            Limit.STOP_LOSS_GUARD_WINDOW_MINUTES,
            Limit.STOP_LOSS_GUARD_PAUSE_MINUTES,
            Limit.LOW_PROFIT_TRADES,
            Limit.LOW_PROFIT_WINDOW_MINUTES,
            Limit.LOW_PROFIT_PAUSE_MINUTES,
            Limit.PROFIT_LOCK_GIVE_BACK_PCT,
            Limit.VOLATILITY_WINDOW_MINUTES,
            Limit.INDEX_SHOCK_WINDOW_MINUTES);

    private static TradingSuite suite;

    private Person person;

    @BeforeAll
    static void start() {
        suite = new TradingSuite(CLOCK);
    }

    @AfterAll
    static void stop() {
        suite.close();
    }

    private AccountLane lane() {
        return suite.bean(AccountLanes.class).of(person.id(), null);
    }

    private void price(String price) {
        CLOCK.advance(Duration.ofSeconds(2));
        suite.price(BTC, price);
    }

    private static OrderRequest market(Side side, String quantity, Origin.Kind kind) {
        OrderRequest request =
                OrderRequest.market(COIN, side, Quantity.of(quantity)).by(new Origin(kind, STRATEGY, null));
        return side == Side.SELL ? request.reducing() : request;
    }

    private void trade(OrderRequest request) {
        Placement placed = lane().call(turn -> suite.bean(OrderPlacement.class).place(turn, request, null));
        assertTrue(placed instanceof Placement.Accepted, placed::toString);
    }

    private List<Refusal> against(OrderRequest request) {
        return lane().call(turn -> suite.bean(OrderPlacement.class).preview(turn, request))
                        instanceof Placement.Refused refused
                ? refused.verdict().reasons()
                : List.of();
    }

    private LevelKey key(RiskLevel level) {
        return switch (level) {
            case HOUSEHOLD -> LevelKey.HOUSEHOLD;
            case USER -> LevelKey.user(person.id());
            case ACCOUNT -> LevelKey.account(lane().account().id());
            case STRATEGY -> LevelKey.strategy(STRATEGY);
        };
    }

    private void set(RiskLevel level, RiskLimits limits) {
        suite.bean(LimitBook.class).begin(key(level), limits, person.id());
    }

    /** One limit alone, so strict that the day below breaks it. */
    private static RiskLimits strict(Limit limit) {
        return switch (limit.unit()) {
            case MONEY -> RiskLimits.NONE.with(limit, Cap.NONE.withAmount(Currency.USDT, BigDecimal.ONE));
            case PERCENT -> RiskLimits.NONE.with(limit, limit == Limit.LOW_PROFIT_PCT ? 50 : 1);
            case COUNT ->
                switch (limit) {
                    case MAX_OPEN_POSITIONS -> RiskLimits.NONE.with(limit, 0);
                    default -> RiskLimits.NONE.with(limit, 1);
                };
            case MINUTES -> RiskLimits.NONE.with(limit, 60);
            case SECONDS -> RiskLimits.NONE.with(limit, limit == Limit.DUPLICATE_SECONDS ? 3600 : 1);
        };
    }

    private OrderRequest breaking(Limit limit) {
        return switch (limit) {
            // More than the account is worth.
            case MAX_LEVERAGE -> market(Side.BUY, "10", Origin.Kind.STRATEGY);
            case PRICE_COLLAR_PCT ->
                OrderRequest.limit(COIN, Side.BUY, Quantity.of("0.001"), Price.of("10000"))
                        .by(Origin.strategy(STRATEGY));
            default -> market(Side.BUY, "0.01", Origin.Kind.STRATEGY);
        };
    }

    @Test
    void everyLimitHoldsAtEveryLevel() {
        person = suite.person("ann");
        price("50000");
        for (RiskLevel level : RiskLevel.values()) {
            set(level, RiskLimits.NONE);
        }
        // A day with a profit, half of which is given back by a stop: trades, exits, a loss, a fall from the peak.
        trade(market(Side.BUY, "0.01", Origin.Kind.STRATEGY));
        price("60000");
        trade(market(Side.SELL, "0.01", Origin.Kind.STRATEGY));
        trade(market(Side.BUY, "0.01", Origin.Kind.STRATEGY));
        price("52000");
        trade(market(Side.SELL, "0.01", Origin.Kind.STOP_LOSS));
        trade(market(Side.BUY, "0.02", Origin.Kind.STRATEGY));
        price("44000");
        trade(market(Side.SELL, "0.02", Origin.Kind.STOP_LOSS));
        trade(market(Side.BUY, "0.001", Origin.Kind.STRATEGY));
        CLOCK.advance(Duration.ofSeconds(2));
        assertEquals(List.of(), against(market(Side.BUY, "0.01", Origin.Kind.STRATEGY)), "without limits");
        everyCell();
        suite.stop();
        suite.start();
        suite.price(BTC, "44000");
        CLOCK.advance(Duration.ofSeconds(2));
        Await.until("the lane is open", () -> lane().call(turn -> turn.book() != null));
        everyCellButMarket();
    }

    private void everyCell() {
        check(EnumSet.complementOf(EnumSet.copyOf(TERMS)));
    }

    /** How prices moved and when one was heard last is not remembered across a restart. */
    private void everyCellButMarket() {
        Set<Limit> limits = EnumSet.complementOf(EnumSet.copyOf(TERMS));
        limits.removeAll(EnumSet.of(Limit.VOLATILITY_PCT, Limit.INDEX_SHOCK_PCT, Limit.STALE_QUOTE_SECONDS));
        check(limits);
    }

    private void check(Set<Limit> limits) {
        Map<String, Object> missing = new TreeMap<>();
        for (RiskLevel level : RiskLevel.values()) {
            for (Limit limit : limits) {
                set(level, strict(limit));
                List<Refusal> reasons = against(breaking(limit));
                String code = CODES.getOrDefault(limit, limit.word());
                if (reasons.stream().noneMatch(reason -> reason.code().equals(code) && reason.level() == level)) {
                    missing.put(level + " " + limit, reasons);
                }
                set(level, RiskLimits.NONE);
                if (!against(market(Side.BUY, "0.01", Origin.Kind.STRATEGY)).isEmpty()) {
                    missing.put(level + " " + limit + " stays", reasons);
                }
            }
        }
        assertEquals(Map.of(), missing);
    }
}
