package dev.moa.notification.inbox;

import dev.moa.contract.TradingEvents.ApprovalDecided;
import dev.moa.contract.TradingEvents.ApprovalRequested;
import dev.moa.contract.TradingEvents.WebhookSequence;
import dev.moa.contract.TradingEvents.WebhookSilent;
import dev.moa.notification.preference.Kind;
import dev.moa.notification.preference.Language;
import java.util.Optional;

/** The words for what strategies and their webhooks are told of. */
final class StrategyWording {
    private StrategyWording() {}

    static Message asked(ApprovalRequested asked, Language language) {
        String price = asked.price() == null
                ? language.pick("at the market's price, now ", "시장가, 현재 ") + Wording.plain(asked.reference())
                : "@ " + Wording.plain(asked.price());
        return new Message(
                Kind.APPROVAL_REQUESTED,
                language.pick("Your approval is wanted: ", "승인이 필요합니다: ") + asked.instrument(),
                "%s %s %s · %s · %s%s"
                        .formatted(
                                Wording.side(asked.side(), language),
                                Wording.plain(asked.quantity()),
                                price,
                                asked.strategyName(),
                                Wording.mode(asked.mode(), language),
                                language.pick(", until ", ", 기한 ")
                                        + asked.expiresAt().toString().substring(11, 16)
                                        + " UTC"));
    }

    /** Who decided knows it; what nobody decided and what failed is news. */
    static Optional<Message> decided(ApprovalDecided decided, Language language) {
        String what = switch (decided.state()) {
            case "EXPIRED" -> language.pick("Nobody approved in time: ", "승인 시간이 지났습니다: ");
            case "FAILED" -> language.pick("Approved, but not placed: ", "승인했지만 주문하지 않았습니다: ");
            default -> null;
        };
        return what == null
                ? Optional.empty()
                : Optional.of(new Message(
                        Kind.APPROVAL_DECIDED,
                        what + decided.instrument(),
                        "%s %s · %s. %s"
                                .formatted(
                                        Wording.side(decided.side(), language),
                                        Wording.plain(decided.quantity()),
                                        decided.strategyName(),
                                        String.join(" ", decided.reasons()))));
    }

    static Message silent(WebhookSilent silent, Language language) {
        return new Message(
                Kind.WEBHOOK_SILENT,
                language.pick("No sign of life: ", "신호가 끊겼습니다: ") + silent.strategyName(),
                language.pick(
                        "Nothing came from TradingView for more than %d minutes; the last time was %s."
                                .formatted(silent.heartbeatMinutes(), silent.lastHeardAt()),
                        "TradingView에서 %d분 넘게 아무것도 오지 않았습니다. 마지막 수신: %s."
                                .formatted(silent.heartbeatMinutes(), silent.lastHeardAt())));
    }

    static Message odd(WebhookSequence odd, Language language) {
        String missing = odd.got() > odd.expected()
                ? language.pick("Alerts are missing", "누락된 알림이 있습니다")
                : language.pick("Alerts came out of order", "알림 순서가 뒤바뀌었습니다");
        return new Message(
                Kind.WEBHOOK_SEQUENCE,
                missing + ": " + odd.strategyName(),
                language.pick("Number %d was expected, %d came", "%d번을 기다렸지만 %d번이 왔습니다")
                                .formatted(odd.expected(), odd.got())
                        + (odd.refused()
                                ? language.pick("; it was not acted on.", ". 실행하지 않았습니다.")
                                : language.pick("; it was acted on.", ". 실행했습니다.")));
    }
}
