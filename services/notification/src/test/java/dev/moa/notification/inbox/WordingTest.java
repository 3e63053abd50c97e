package dev.moa.notification.inbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.moa.contract.AuthEvents.SessionEnded;
import dev.moa.contract.BacktestEvents.RunFinished;
import dev.moa.contract.Fact;
import dev.moa.contract.TradingEvents;
import dev.moa.contract.TradingEvents.OrderFilled;
import dev.moa.contract.TradingEvents.SignalReceived;
import dev.moa.contract.TradingEvents.SignalRefused;
import dev.moa.notification.Facts;
import dev.moa.notification.preference.Kind;
import dev.moa.notification.preference.Language;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class WordingTest {
    private static final UUID ID = UUID.randomUUID();

    private static Message english(Fact fact) {
        return Wording.of(fact, Language.EN).orElseThrow();
    }

    private static Message korean(Fact fact) {
        return Wording.of(fact, Language.KO).orElseThrow();
    }

    private static OrderFilled sale(String profit, String mode, String cause) {
        return new OrderFilled(
                ID,
                ID,
                ID,
                "UPBIT:KRW-BTC",
                "SELL",
                new BigDecimal("1E+3"),
                new BigDecimal("0.00100"),
                new BigDecimal("0.050"),
                "KRW",
                "FILLED",
                new BigDecimal(profit),
                null,
                mode,
                null,
                cause);
    }

    @Test
    void aFillIsToldWithItsNumbersInPlainDigits() {
        assertEquals(
                new Message(Kind.ORDER_FILLED, "Buy filled: BINANCE:BTCUSDT", "0.1 @ 50000.1, fee 0.05 USDT · paper"),
                english(Facts.fillOf("0.10")));
        assertEquals(
                new Message(Kind.ORDER_FILLED, "매수 체결: BINANCE:BTCUSDT", "0.1 @ 50000.1, 수수료 0.05 USDT · 모의"),
                korean(Facts.fillOf("0.10")));
    }

    @Test
    void aFillTellsItsProfitItsModeAndWhyItHappened() {
        assertEquals(
                "0.001 @ 1000, fee 0.05 KRW, profit +12.5 · REAL · take profit",
                english(sale("12.50", "REAL", "take_profit")).text());
        assertEquals(
                "0.001 @ 1000, 수수료 0.05 KRW, 실현손익 -3 · 모의 · 손절",
                korean(sale("-3.0", "PAPER", "stop_loss")).text());
        assertEquals(
                "매도 체결: UPBIT:KRW-BTC", korean(sale("0", "PAPER", "strategy")).title());
        assertTrue(english(sale("0.00", "PAPER", "strategy")).text().endsWith("0.05 KRW · paper · strategy"));
    }

    @Test
    void anOrderThatEndedBadlyIsNewsAndOneThatGoesOnIsNot() {
        assertEquals(
                new Message(Kind.ORDER_REJECTED, "Order rejected: UPBIT:KRW-BTC", "Sell 2 UPBIT:KRW-BTC – no money"),
                english(Facts.updateOf("REJECTED", "no money")));
        assertEquals(
                "매도 2 UPBIT:KRW-BTC", korean(Facts.updateOf("REJECTED", " ")).text());
        assertEquals(
                "Sell 2 UPBIT:KRW-BTC, filled 0.5",
                english(Facts.updateOf("CANCELLED", null)).text());
        assertEquals(
                "매도 2 UPBIT:KRW-BTC, 체결 0.5",
                korean(Facts.updateOf("EXPIRED", null)).text());
        assertEquals(
                Kind.ORDER_UNKNOWN, english(Facts.updateOf("UNKNOWN", null)).kind());
        for (String quiet :
                List.of("ACCEPTED", "SUBMITTED", "PENDING_CANCEL", "PARTIALLY_FILLED", "FILLED", "NEW_ONE")) {
            assertTrue(Wording.of(Facts.updateOf(quiet, "x"), Language.EN).isEmpty(), quiet);
        }
    }

    @Test
    void aRefusedSignalTellsEveryReason() {
        var refused = new SignalRefused(ID, ID, "KRX:005930", "buy", List.of("Halted.", "Too large."));
        assertEquals(
                new Message(Kind.SIGNAL_REFUSED, "Signal refused: KRX:005930", "buy: Halted.; Too large."),
                english(refused));
        assertTrue(Wording.of(new SignalReceived(ID, ID, "KRX:005930", "buy", "webhook"), Language.KO)
                .isEmpty());
    }

    @Test
    void aFinishedBacktestTellsItsResultOrItsEnd() {
        assertEquals(
                "return +7.25 %, trades 12",
                english(new RunFinished(ID, ID, "My run", "COMPLETED", new BigDecimal("7.250"), 12))
                        .text());
        assertEquals(
                "백테스트 완료: My run",
                korean(new RunFinished(ID, ID, "My run", "FAILED", null, null)).title());
        assertEquals(
                "failed",
                english(new RunFinished(ID, ID, null, "FAILED", null, null)).text());
        assertEquals(
                "취소됨",
                korean(new RunFinished(ID, ID, "x", "CANCELLED", null, null)).text());
    }

    @Test
    void onlyASessionEndedForSafetyIsNews() {
        assertEquals(
                Kind.SECURITY,
                english(new SessionEnded(ID, ID, "refresh_token_reused")).kind());
        assertTrue(Wording.of(new SessionEnded(ID, ID, "logout"), Language.EN).isEmpty());
        assertTrue(Wording.of(new SessionEnded(ID, ID, null), Language.KO).isEmpty());
    }

    @Test
    void strategiesAndTheirWebhooksHaveWords() {
        var asked = new TradingEvents.ApprovalRequested(
                ID,
                ID,
                "Crossing",
                ID,
                "BINANCE:BTCUSDT",
                "BUY",
                new BigDecimal("0.10"),
                null,
                new BigDecimal("50000"),
                BigDecimal.ONE,
                "PAPER",
                Instant.parse("2026-03-04T05:06:07Z"));
        assertEquals(
                new Message(
                        Kind.APPROVAL_REQUESTED,
                        "Your approval is wanted: BINANCE:BTCUSDT",
                        "Buy 0.1 at the market's price, now 50000 · Crossing · paper, until 05:06 UTC"),
                english(asked));
        assertEquals("승인이 필요합니다: BINANCE:BTCUSDT", korean(asked).title());
        var failed = new TradingEvents.ApprovalDecided(
                ID, ID, "Crossing", "BINANCE:BTCUSDT", "BUY", BigDecimal.ONE, "FAILED", List.of("Too far."), null);
        assertEquals("Buy 1 · Crossing. Too far.", english(failed).text());
        var refused = new TradingEvents.ApprovalDecided(
                ID, ID, "Crossing", "BINANCE:BTCUSDT", "BUY", BigDecimal.ONE, "REFUSED", List.of(), null);
        assertEquals(Optional.empty(), Wording.of(refused, Language.EN), "whoever refused knows");
        var silent = new TradingEvents.WebhookSilent(ID, "Crossing", Instant.parse("2026-03-04T05:06:07Z"), 30);
        assertEquals("No sign of life: Crossing", english(silent).title());
        var odd = new TradingEvents.WebhookSequence(ID, "Crossing", 7, 9, true);
        assertEquals(
                new Message(
                        Kind.WEBHOOK_SEQUENCE,
                        "Alerts are missing: Crossing",
                        "Number 7 was expected, 9 came; it was not acted on."),
                english(odd));
    }
}
