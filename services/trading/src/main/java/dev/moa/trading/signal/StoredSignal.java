package dev.moa.trading.signal;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A signal as it is stored.
 *
 * @param source strategy or tradingview
 * @param dedupeKey what makes it the same signal again: alert id, hash of the body, or candle
 * @param price what the alert said; null for none. Never traded at: orders take the market's price
 * @param marketAt the moment it is about
 * @param alert what only an alert has; null for a decision on a candle
 */
public record StoredSignal(
        UUID id,
        UUID strategyId,
        UUID userId,
        String source,
        String dedupeKey,
        String instrument,
        String action,
        BigDecimal price,
        Instant marketAt,
        Instant receivedAt,
        Alert alert) {

    /**
     * @param seq its number in a sequence; null for none
     * @param barTime the bar it is about; null when it does not say
     * @param notes what was odd about it
     */
    public record Alert(Long seq, Instant barTime, List<String> notes) {
        public static final Alert NONE = new Alert(null, null, List.of());
    }
}
