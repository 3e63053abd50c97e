package dev.moa.notification.approval;

import dev.moa.crypto.token.Tokens;
import dev.moa.notification.approval.ApprovalClient.WaitingOrder;
import dev.moa.notification.preference.Language;
import dev.moa.notification.telegram.Html;
import dev.moa.platform.problem.Problem;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Answers to /approvals and to pressed buttons. Trading is asked before the transaction in which the answer is stored. */
@Singleton
public class ApprovalTalk {
    private static final int MOST = 8;

    private final ApprovalClient trading;
    private final ApprovalButtons buttons;
    private final ApprovalButtonStore store;
    private final Clock clock;

    ApprovalTalk(ApprovalClient trading, ApprovalButtons buttons, ApprovalButtonStore store, Clock clock) {
        this.trading = trading;
        this.buttons = buttons;
        this.store = store;
        this.clock = clock;
    }

    /**
     * What is said.
     *
     * @param waiting orders that get buttons under it
     * @param decided the order that was decided about; null for none
     */
    public record Said(String text, List<ApprovalButtons.Waiting> waiting, UUID decided) {
        static Said plain(String text) {
            return new Said(text, List.of(), null);
        }
    }

    /** What waits for this person. */
    public Said list(UUID userId, Language language) {
        try {
            List<WaitingOrder> orders =
                    Optional.ofNullable(trading.waiting(userId, MOST).items()).orElse(List.of());
            if (orders.isEmpty()) {
                return Said.plain(language.pick("No order waits for you.", "승인을 기다리는 주문이 없습니다."));
            }
            StringBuilder lines = new StringBuilder();
            for (WaitingOrder order : orders) {
                lines.append(lines.isEmpty() ? "" : "\n").append(line(order, language));
            }
            return new Said(
                    lines.toString(),
                    orders.stream()
                            .map(order -> new ApprovalButtons.Waiting(order.approvalId(), order.expiresAt()))
                            .toList(),
                    null);
        } catch (Problem refusal) {
            return Said.plain(away(language));
        }
    }

    /** A button was pressed in the chat of this person. */
    public Said pressed(UUID userId, String data, Language language) {
        Optional<ApprovalButton> button = data.startsWith(ApprovalButtons.PREFIX)
                ? store.find(Tokens.sha256Hex(data.substring(ApprovalButtons.PREFIX.length())))
                        .filter(known -> known.userId().equals(userId))
                : Optional.empty();
        if (button.isEmpty() || !clock.instant().isBefore(button.get().expiresAt())) {
            return Said.plain(language.pick("This button does not count any more.", "더 이상 사용할 수 없는 버튼입니다."));
        }
        return decided(userId, button.get(), language);
    }

    private Said decided(UUID userId, ApprovalButton button, Language language) {
        try {
            WaitingOrder order = trading.decide(userId, button.approvalId(), button.approve());
            return new Said(outcome(order, language), List.of(), button.approvalId());
        } catch (Problem refusal) {
            boolean over = refusal.status() == 404 || refusal.status() == 409;
            return over
                    ? new Said(
                            language.pick("This was decided already, or it is too late.", "이미 처리되었거나 시간이 지났습니다."),
                            List.of(),
                            button.approvalId())
                    : Said.plain(away(language));
        }
    }

    /** Part of the running transaction: the keyboard for what was said, null for none; used buttons stop counting. */
    public String remember(UUID userId, Said said, Language language) {
        if (said.decided() != null) {
            store.spend(userId, said.decided());
        }
        return said.waiting().isEmpty() ? null : buttons.keyboard(userId, language, said.waiting());
    }

    private static String outcome(WaitingOrder order, Language language) {
        String thing = line(order, language);
        return switch (order.status() == null ? "" : order.status()) {
            case "APPROVED" -> language.pick("✅ Approved: ", "✅ 승인됨: ") + thing;
            case "REFUSED" -> language.pick("✖ Refused: ", "✖ 거절됨: ") + thing;
            default ->
                language.pick("⚠ Not placed: ", "⚠ 주문하지 않음: ")
                        + thing
                        + "\n"
                        + Html.text(String.join(
                                "\n", Optional.ofNullable(order.reasons()).orElse(List.of())));
        };
    }

    private static String line(WaitingOrder order, Language language) {
        String side = "SELL".equals(order.side()) ? language.pick("Sell", "매도") : language.pick("Buy", "매수");
        BigDecimal price = order.price() == null ? order.referencePrice() : order.price();
        return Html.text("%s %s %s @ %s · %s"
                .formatted(side, plain(order.quantity()), order.instrument(), plain(price), order.strategyName()));
    }

    private static String plain(BigDecimal number) {
        return number == null ? "–" : number.stripTrailingZeros().toPlainString();
    }

    private static String away(Language language) {
        return language.pick(
                "The trading service does not answer right now. Nothing was decided; please try again in a minute.",
                "지금은 거래 서비스가 응답하지 않습니다. 아무것도 처리되지 않았습니다. 잠시 후 다시 시도해 주세요.");
    }
}
