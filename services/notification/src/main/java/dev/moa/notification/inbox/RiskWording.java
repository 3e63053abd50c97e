package dev.moa.notification.inbox;

import dev.moa.contract.TradingEvents.KillSwitchChanged;
import dev.moa.contract.TradingEvents.LimitsChanged;
import dev.moa.contract.TradingEvents.RiskStateChanged;
import dev.moa.notification.preference.Kind;
import dev.moa.notification.preference.Language;
import java.util.Optional;

/** Limits, states and the kill switch in words. */
final class RiskWording {
    private RiskWording() {}

    static Message of(LimitsChanged change, Language language) {
        boolean waits = "waiting".equals(change.status());
        String title = waits
                ? language.pick("Limits wait to be loosened: ", "한도 완화 대기: ")
                : language.pick("Limits changed: ", "한도 변경: ");
        String until = change.effectiveAt() == null
                ? ""
                : language.pick(
                        ". From %s, or when a second adult agrees.".formatted(change.effectiveAt()),
                        ". %s부터, 또는 다른 어른이 동의하면 적용됩니다.".formatted(change.effectiveAt()));
        return new Message(
                Kind.RISK, title + level(change.level(), language), String.join(", ", change.limits()) + until);
    }

    /** The kill switch tells of itself, with more. */
    static Optional<Message> of(RiskStateChanged change, Language language) {
        if ("kill_switch".equals(change.holder())) {
            return Optional.empty();
        }
        String what = switch (change.state()) {
            case "HALTED" -> language.pick("Trading halted: ", "거래 중지: ");
            case "REDUCE_ONLY" -> language.pick("Only reducing orders: ", "축소 주문만 가능: ");
            default -> language.pick("Trading free again: ", "거래 재개: ");
        };
        String where = change.instrument() == null ? level(change.level(), language) : change.instrument();
        return Optional.of(new Message(Kind.RISK, what + where, change.cause()));
    }

    static Message of(KillSwitchChanged change, Language language) {
        String where = level(change.level(), language);
        return switch (change.step()) {
            case "SET" ->
                new Message(Kind.RISK, language.pick("Kill switch on: ", "비상 정지 작동: ") + where, change.cause());
            case "DONE" ->
                new Message(
                        Kind.RISK,
                        language.pick("Kill switch has done its work: ", "비상 정지 완료: ") + where,
                        language.pick(
                                "Left: %s open orders, %s positions."
                                        .formatted(change.openOrders(), change.positions()),
                                "남은 것: 주문 %s건, 보유 %s건.".formatted(change.openOrders(), change.positions())));
            default ->
                new Message(
                        Kind.RISK,
                        language.pick("Kill switch lifted: ", "비상 정지 해제: ") + where,
                        language.pick("New orders are possible again.", "새 주문을 낼 수 있습니다."));
        };
    }

    private static String level(String level, Language language) {
        return switch (level) {
            case "household" -> language.pick("the household", "가족 전체");
            case "account" -> language.pick("an account", "계좌");
            case "strategy" -> language.pick("a strategy", "전략");
            default -> language.pick("you", "나");
        };
    }
}
