package dev.moa.trading.webhook;

import java.util.List;

/**
 * Whether an alert's number is the next one.
 *
 * @param expected null when any number would do
 * @param got null when it has none
 */
record Sequence(Long expected, Long got) {
    static Sequence of(Long last, Long got) {
        return new Sequence(last == null ? null : last + 1, got);
    }

    boolean isOdd() {
        return expected != null && got != null && !expected.equals(got);
    }

    List<String> notes() {
        if (!isOdd()) {
            return List.of();
        }
        return List.of(
                got > expected
                        ? "Alerts are missing: number %d was expected, %d came.".formatted(expected, got)
                        : "The numbers went backwards: %d was expected, %d came.".formatted(expected, got));
    }
}
