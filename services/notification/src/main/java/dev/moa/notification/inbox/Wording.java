package dev.moa.notification.inbox;

import dev.moa.contract.AuthEvents.SessionEnded;
import dev.moa.contract.BacktestEvents.RunFinished;
import dev.moa.contract.Fact;
import dev.moa.contract.TradingEvents.AccountAlarm;
import dev.moa.contract.TradingEvents.AccountDifference;
import dev.moa.contract.TradingEvents.ApprovalDecided;
import dev.moa.contract.TradingEvents.ApprovalRequested;
import dev.moa.contract.TradingEvents.KillSwitchChanged;
import dev.moa.contract.TradingEvents.LimitsChanged;
import dev.moa.contract.TradingEvents.OrderAlarm;
import dev.moa.contract.TradingEvents.OrderFilled;
import dev.moa.contract.TradingEvents.OrderUpdated;
import dev.moa.contract.TradingEvents.RiskStateChanged;
import dev.moa.contract.TradingEvents.SignalRefused;
import dev.moa.contract.TradingEvents.WebhookSequence;
import dev.moa.contract.TradingEvents.WebhookSilent;
import dev.moa.notification.preference.Kind;
import dev.moa.notification.preference.Language;
import java.math.BigDecimal;
import java.util.Optional;

/** Which facts are worth a word, and which word. Pure: the same fact and language give the same message. */
final class Wording {

    private Wording() {}

    static Optional<Message> of(Fact fact, Language language) {
        return switch (fact) {
            case OrderFilled filled -> Optional.of(filled(filled, language));
            case OrderUpdated updated -> updated(updated, language);
            case OrderAlarm alarm ->
                Optional.of(new Message(
                        Kind.ORDER_UNKNOWN,
                        language.pick("Please look: ", "확인 필요: ") + alarm.instrument(),
                        alarm.what()));
            case AccountDifference difference -> difference(difference, language);
            case AccountAlarm alarm ->
                Optional.of(new Message(
                        Kind.ORDER_UNKNOWN,
                        language.pick("Please look: ", "확인 필요: ") + alarm.instrument(),
                        alarm.cause()));
            case SignalRefused refused -> Optional.of(refused(refused, language));
            case ApprovalRequested asked -> Optional.of(StrategyWording.asked(asked, language));
            case ApprovalDecided decided -> StrategyWording.decided(decided, language);
            case WebhookSilent silent -> Optional.of(StrategyWording.silent(silent, language));
            case WebhookSequence odd -> Optional.of(StrategyWording.odd(odd, language));
            case LimitsChanged limits -> Optional.of(RiskWording.of(limits, language));
            case RiskStateChanged state -> RiskWording.of(state, language);
            case KillSwitchChanged killSwitch -> Optional.of(RiskWording.of(killSwitch, language));
            case RunFinished finished -> Optional.of(finished(finished, language));
            case SessionEnded ended -> ended(ended, language);
            default -> Optional.empty();
        };
    }

    private static Optional<Message> difference(AccountDifference difference, Language language) {
        boolean open = difference.state().equals("OPEN");
        String title = open
                ? language.pick("Differs from the broker: ", "증권사와 불일치: ")
                : language.pick("Settled: ", "불일치 해소: ");
        String what = open
                ? language.pick(
                        " Only orders that reduce are allowed there until somebody settles it.",
                        " 해소될 때까지 해당 종목은 축소 주문만 가능합니다.")
                : "";
        return Optional.of(
                new Message(Kind.ORDER_UNKNOWN, title + difference.instrument(), difference.cause() + what));
    }

    private static Message filled(OrderFilled fill, Language language) {
        String title = language.pick(
                "%s filled: %s".formatted(side(fill.side(), language), fill.instrument()),
                "%s 체결: %s".formatted(side(fill.side(), language), fill.instrument()));
        StringBuilder text = new StringBuilder();
        text.append(plain(fill.quantity())).append(" @ ").append(plain(fill.price()));
        text.append(language.pick(", fee ", ", 수수료 ")).append(plain(fill.fee()));
        text.append(' ').append(fill.feeCurrency());
        if (fill.realizedPnl() != null && fill.realizedPnl().signum() != 0) {
            text.append(language.pick(", profit ", ", 실현손익 ")).append(signed(fill.realizedPnl()));
        }
        text.append(" · ").append(mode(fill.mode(), language)).append(cause(fill.cause(), language));
        return new Message(Kind.ORDER_FILLED, title, text.toString());
    }

    private static Optional<Message> updated(OrderUpdated order, Language language) {
        String thing = "%s %s %s".formatted(side(order.side(), language), plain(order.quantity()), order.instrument());
        return switch (order.status()) {
            case "REJECTED" ->
                Optional.of(new Message(
                        Kind.ORDER_REJECTED,
                        language.pick("Order rejected: ", "주문 거부: ") + order.instrument(),
                        thing + reason(order.cause())));
            case "EXPIRED" ->
                Optional.of(new Message(
                        Kind.ORDER_EXPIRED,
                        language.pick("Order expired: ", "주문 만료: ") + order.instrument(),
                        thing + language.pick(", filled ", ", 체결 ") + plain(order.filledQuantity())));
            case "CANCELLED" ->
                Optional.of(new Message(
                        Kind.ORDER_CANCELLED,
                        language.pick("Order cancelled: ", "주문 취소: ") + order.instrument(),
                        thing + language.pick(", filled ", ", 체결 ") + plain(order.filledQuantity())));
            case "UNKNOWN" ->
                Optional.of(new Message(
                        Kind.ORDER_UNKNOWN,
                        language.pick("Order unconfirmed: ", "주문 상태 확인 중: ") + order.instrument(),
                        thing
                                + language.pick(
                                        " – the venue gave no answer; it is being looked up.",
                                        " – 거래소의 응답이 없어 확인하고 있습니다.")));
            default -> Optional.empty();
        };
    }

    private static Message refused(SignalRefused signal, Language language) {
        return new Message(
                Kind.SIGNAL_REFUSED,
                language.pick("Signal refused: ", "신호 거부: ") + signal.instrument(),
                signal.action() + ": " + String.join("; ", signal.reasons()));
    }

    private static Message finished(RunFinished run, Language language) {
        String name = run.name() == null ? "" : run.name();
        String result = switch (run.status()) {
            case "COMPLETED" ->
                language.pick("return ", "수익률 ")
                        + signed(run.totalReturn())
                        + language.pick(" %, trades ", " %, 거래 ")
                        + run.trades();
            case "CANCELLED" -> language.pick("cancelled", "취소됨");
            default -> language.pick("failed", "실패");
        };
        return new Message(Kind.BACKTEST_FINISHED, language.pick("Backtest finished: ", "백테스트 완료: ") + name, result);
    }

    /** Ending one's own session is no news; a session that was ended for safety is. */
    private static Optional<Message> ended(SessionEnded session, Language language) {
        if (session.reason() == null || !session.reason().contains("reuse")) {
            return Optional.empty();
        }
        return Optional.of(new Message(
                Kind.SECURITY,
                language.pick("A session was ended for safety", "보안을 위해 세션이 종료되었습니다"),
                language.pick(
                        "A sign-in that had been used up was presented again. If this was not you, change your password.",
                        "이미 사용된 로그인 정보가 다시 제시되었습니다. 본인이 아니라면 비밀번호를 변경하세요.")));
    }

    static String side(String side, Language language) {
        return "SELL".equals(side) ? language.pick("Sell", "매도") : language.pick("Buy", "매수");
    }

    static String mode(String mode, Language language) {
        return "REAL".equals(mode) ? language.pick("REAL", "실거래") : language.pick("paper", "모의");
    }

    private static String cause(String cause, Language language) {
        return switch (cause == null ? "" : cause) {
            case "strategy" -> language.pick(" · strategy", " · 전략");
            case "take_profit" -> language.pick(" · take profit", " · 익절");
            case "stop_loss" -> language.pick(" · stop loss", " · 손절");
            default -> "";
        };
    }

    private static String reason(String cause) {
        return cause == null || cause.isBlank() ? "" : " – " + cause;
    }

    static String plain(BigDecimal value) {
        return value == null ? "–" : value.stripTrailingZeros().toPlainString();
    }

    private static String signed(BigDecimal value) {
        return value != null && value.signum() > 0 ? "+" + plain(value) : plain(value);
    }
}
