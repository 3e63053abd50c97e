package dev.moa.platform.outbox;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.moa.contract.AuthEvents;
import dev.moa.contract.BacktestEvents;
import dev.moa.contract.Envelope;
import dev.moa.contract.Fact;
import dev.moa.contract.MarketEvents;
import dev.moa.contract.TradingEvents;
import dev.moa.platform.json.Json;
import dev.moa.testkit.GoldenJson;
import io.micronaut.context.ApplicationContext;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every fact on the wire is what its golden file says, and is read back as it was. */
class GoldenContractsTest {
    private static final UUID ID = UUID.fromString("01990000-0000-7000-8000-000000000001");
    private static final UUID OTHER = UUID.fromString("01990000-0000-7000-8000-000000000002");
    private static final Instant TIME = Instant.parse("2026-11-21T03:04:05.678Z");

    private static ApplicationContext context;

    @BeforeAll
    static void start() {
        context = ApplicationContext.builder()
                .deduceEnvironment(false)
                .properties(Map.of("MOA_INNER_SECRET", "inner-secret-of-the-tests"))
                .start();
    }

    @AfterAll
    static void stop() {
        context.close();
    }

    static List<Fact> facts() {
        return List.of(
                new AuthEvents.UserRegistered(ID, "mina", "super_admin", "ko"),
                new AuthEvents.SessionEnded(ID, OTHER, "logout"),
                new MarketEvents.CandleClosed(
                        "BINANCE:BTCUSDT",
                        "1m",
                        TIME,
                        number("50000.10"),
                        number("50010"),
                        number("49990"),
                        number("50005.5"),
                        number("0.00012345"),
                        true,
                        ID),
                new BacktestEvents.RunRequested(ID),
                new BacktestEvents.RunFinished(ID, OTHER, "Crossing", "COMPLETED", number("12.5"), 33),
                new TradingEvents.OrderSubmitted(
                        ID, OTHER, "UPBIT:KRW-BTC", "BUY", "LIMIT", number("0.1"), number("70000000"), "PAPER", null),
                new TradingEvents.OrderUpdated(
                        ID,
                        OTHER,
                        "UPBIT:KRW-BTC",
                        "BUY",
                        "LIMIT",
                        "CANCELLED",
                        number("0.1"),
                        number("0"),
                        null,
                        number("70000000"),
                        "Cancelled on request.",
                        "PAPER"),
                new TradingEvents.OrderFilled(
                        ID,
                        OTHER,
                        ID,
                        "BINANCE:BTCUSDT",
                        "SELL",
                        number("50010"),
                        number("0.1"),
                        number("5.001"),
                        "USDT",
                        "FILLED",
                        number("-5.001"),
                        TIME,
                        "PAPER",
                        OTHER,
                        "stop_loss"),
                new TradingEvents.PositionChanged(
                        ID,
                        OTHER,
                        "BINANCE:BTCUSDT",
                        "LONG",
                        number("0.1"),
                        number("50010"),
                        number("-5.001"),
                        number("49009.8"),
                        null,
                        "PAPER"),
                new TradingEvents.OrderAlarm(
                        ID, OTHER, "BINANCE:BTCUSDT", "CANCELLED", "A fill came after the cancel.", "PAPER"),
                new TradingEvents.AccountDifference(
                        ID,
                        OTHER,
                        "POSITION",
                        "OPEN",
                        "BINANCE:BTCUSDT",
                        null,
                        "We hold 1, the broker says 0.7, and no trade explains it.",
                        "REAL"),
                new TradingEvents.AccountAlarm(
                        OTHER, "NOT_PLACED", "BINANCE:BTCUSDT", ID, "It never arrived at the broker.", "REAL"),
                new TradingEvents.TradingModeChanged(ID, "REAL", TIME),
                new TradingEvents.SignalReceived(ID, OTHER, "BINANCE:BTCUSDT", "buy", "tradingview"),
                new TradingEvents.SignalRefused(
                        ID, OTHER, "BINANCE:BTCUSDT", "buy", List.of("The strategy is switched off.")),
                new TradingEvents.ApprovalRequested(
                        ID,
                        OTHER,
                        "Crossing",
                        ID,
                        "BINANCE:BTCUSDT",
                        "BUY",
                        number("0.1"),
                        null,
                        number("50010"),
                        number("1"),
                        "PAPER",
                        TIME),
                new TradingEvents.ApprovalDecided(
                        ID,
                        OTHER,
                        "Crossing",
                        "BINANCE:BTCUSDT",
                        "BUY",
                        number("0.1"),
                        "EXPIRED",
                        List.of("Nobody decided in time."),
                        null),
                new TradingEvents.WebhookSilent(ID, "Crossing", TIME, 30),
                new TradingEvents.WebhookSequence(ID, "Crossing", 7, 9, true),
                new TradingEvents.LimitsChanged(
                        "user", ID, "waiting", List.of("max_daily_trades", "daily_loss"), TIME, OTHER),
                new TradingEvents.RiskStateChanged(
                        "account", ID, "BINANCE:BTCUSDT", "REDUCE_ONLY", "quarantine", "The position differs.", null),
                new TradingEvents.KillSwitchChanged(ID, "user", OTHER, "DONE", "Enough for today.", 0, 1, OTHER));
    }

    private static BigDecimal number(String text) {
        return new BigDecimal(text);
    }

    @ParameterizedTest
    @MethodSource("facts")
    void isWrittenAndReadAsAgreed(Fact fact) {
        Wire wire = new Wire(context.getBean(Json.class));
        ContractId contract = ContractId.of(fact.getClass());
        Envelope envelope =
                new Envelope(ID, contract.name(), contract.version(), TIME, contract.producer(), "subject", OTHER);
        String golden = GoldenJson.read(contract.name(), contract.version());
        assertEquals(golden, wire.write(envelope, fact));
        Wire.Message message = wire.read(golden);
        assertEquals(envelope, message.envelope());
        assertEquals(fact, wire.fact(message, fact.getClass()));
    }

    @Test
    void noFactIsWithoutOne() {
        Set<Class<?>> tested = facts().stream().map(Fact::getClass).collect(Collectors.toSet());
        Set<Class<?>> all = Arrays.stream(Fact.class.getPermittedSubclasses())
                .flatMap(family -> Stream.of(family.getPermittedSubclasses()))
                .collect(Collectors.toSet());
        assertEquals(all, tested);
    }
}
