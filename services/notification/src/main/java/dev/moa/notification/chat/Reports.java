package dev.moa.notification.chat;

import dev.moa.notification.chat.TradingClient.Cash;
import dev.moa.notification.chat.TradingClient.Position;
import dev.moa.notification.chat.TradingClient.PositionPage;
import dev.moa.notification.chat.TradingClient.Summary;
import dev.moa.notification.preference.Language;
import dev.moa.notification.telegram.Html;
import dev.moa.platform.problem.Problem;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

/** Answers to /status and /positions. */
@Singleton
class Reports {
    private static final int MOST_POSITIONS = 20;

    private final TradingClient trading;

    Reports(TradingClient trading) {
        this.trading = trading;
    }

    String status(UUID userId, Language language) {
        return asked(language, () -> status(trading.summary(userId), language));
    }

    String positions(UUID userId, Language language) {
        return asked(language, () -> positions(trading.positions(userId, MOST_POSITIONS), language));
    }

    private static String asked(Language language, Supplier<String> report) {
        try {
            return report.get();
        } catch (Problem refusal) {
            return refusal.status() >= 500 || refusal.status() == 429
                    ? Wordings.tradingAway(language)
                    : Wordings.notAllowed(language);
        }
    }

    private static String status(Summary summary, Language language) {
        String currency = " " + text(summary.currency());
        StringBuilder lines = new StringBuilder("<b>Moa</b> · " + text(summary.mode()) + "\n");
        line(lines, language.pick("Equity", "총자산"), plain(summary.equity()) + currency);
        line(lines, language.pick("Today", "오늘 손익"), signed(summary.todayPnl()) + currency);
        line(lines, language.pick("Unrealized", "평가손익"), signed(summary.unrealizedPnl()) + currency);
        line(lines, language.pick("Realized", "실현손익"), signed(summary.realizedPnl()) + currency);
        line(lines, language.pick("Open positions", "보유 포지션"), "" + orZero(summary.openPositions()));
        for (Cash cash : orEmpty(summary.cash())) {
            line(
                    lines,
                    text(cash.currency()),
                    plain(cash.total()) + language.pick(" (free ", " (가용 ") + plain(cash.available()) + ")");
        }
        return lines.toString().strip();
    }

    private static String positions(PositionPage page, Language language) {
        List<Position> positions = orEmpty(page.items());
        if (positions.isEmpty()) {
            return language.pick("No open positions.", "보유 중인 포지션이 없습니다.");
        }
        StringBuilder lines = new StringBuilder();
        for (Position position : positions) {
            lines.append("<b>").append(text(position.instrument())).append("</b> ");
            lines.append(text(position.side())).append(' ').append(plain(position.quantity()));
            lines.append('\n').append(language.pick("entry ", "진입 ")).append(plain(position.entryPrice()));
            lines.append(language.pick(", now ", ", 현재 ")).append(plain(position.markPrice()));
            lines.append(language.pick(", P/L ", ", 손익 ")).append(signed(position.unrealizedPnl()));
            lines.append('\n');
        }
        if (page.nextCursor() != null) {
            lines.append(language.pick("… and more", "… 더 있음"));
        }
        return lines.toString().strip();
    }

    private static void line(StringBuilder lines, String label, String value) {
        lines.append(label).append(": ").append(value).append('\n');
    }

    private static String text(String value) {
        return value == null ? "–" : Html.text(value);
    }

    private static String plain(BigDecimal value) {
        return value == null ? "–" : value.stripTrailingZeros().toPlainString();
    }

    private static String signed(BigDecimal value) {
        return value != null && value.signum() > 0 ? "+" + plain(value) : plain(value);
    }

    private static int orZero(Integer value) {
        return value == null ? 0 : value;
    }

    private static <T> List<T> orEmpty(List<T> list) {
        return list == null ? List.of() : list;
    }
}
