package dev.moa.notification.price;

import java.util.Optional;
import java.util.regex.Pattern;

/** {@code VENUE:SYMBOL}, checked, so that it can be part of a Redis key. */
public record InstrumentName(String value) {
    private static final Pattern FORM = Pattern.compile("[A-Z0-9_]{1,24}:[A-Za-z0-9._/-]{1,40}");

    public static Optional<InstrumentName> of(String text) {
        return FORM.matcher(text).matches() ? Optional.of(new InstrumentName(text)) : Optional.empty();
    }
}
