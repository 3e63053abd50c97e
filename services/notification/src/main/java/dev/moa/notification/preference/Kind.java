package dev.moa.notification.preference;

import java.util.Arrays;
import java.util.Optional;

/** What a notification is about. */
public enum Kind {
    ORDER_FILLED,
    ORDER_REJECTED,
    ORDER_EXPIRED,
    ORDER_CANCELLED,
    ORDER_UNKNOWN,
    SIGNAL_REFUSED,
    APPROVAL_REQUESTED,
    APPROVAL_DECIDED,
    WEBHOOK_SILENT,
    WEBHOOK_SEQUENCE,
    BACKTEST_FINISHED,
    SECURITY,
    RISK;

    /** As in JSON. */
    public String word() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    public static Optional<Kind> of(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
    }
}
