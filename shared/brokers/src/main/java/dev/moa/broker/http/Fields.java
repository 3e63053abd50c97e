package dev.moa.broker.http;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;

/** Typed access to one object of {@link VenueJson}; a missing, empty or absurd field makes the message unreadable. */
public record Fields(Map<String, Object> values) {
    private static final int MAX_DIGITS = 38;
    private static final int MAX_SCALE = 24;

    public boolean has(String name) {
        return values.get(name) != null;
    }

    public String text(String name) {
        if (values.get(name) instanceof String text && !text.isBlank()) {
            return text;
        }
        throw new UnreadableMessage("no " + name);
    }

    public boolean flag(String name) {
        if (values.get(name) instanceof Boolean flag) {
            return flag;
        }
        throw new UnreadableMessage("no " + name);
    }

    public long number(String name) {
        try {
            return Long.parseLong(text(name));
        } catch (NumberFormatException e) {
            throw new UnreadableMessage(name + " is not a whole number");
        }
    }

    /** A price or a quantity: above zero, at most 38 digits, exactly as sent. */
    public BigDecimal positive(String name) {
        BigDecimal value = decimal(name);
        if (value.signum() <= 0) {
            throw new UnreadableMessage(name + " is not above zero");
        }
        return value;
    }

    public BigDecimal decimal(String name) {
        try {
            BigDecimal value = new BigDecimal(text(name));
            // 1e999999999 is a short text and a gigabyte of digits.
            if (value.precision() > MAX_DIGITS || Math.abs(value.scale()) > MAX_SCALE) {
                throw new UnreadableMessage(name + " has too many digits");
            }
            return value.scale() < 0 ? value.setScale(0) : value;
        } catch (NumberFormatException e) {
            throw new UnreadableMessage(name + " is not a number");
        }
    }

    /** A time in epoch milliseconds, between 2000 and 2100. */
    public Instant millis(String name) {
        long millis = number(name);
        if (millis < 946_684_800_000L || millis > 4_102_444_800_000L) {
            throw new UnreadableMessage(name + " is not a time");
        }
        try {
            return Instant.ofEpochMilli(millis);
        } catch (DateTimeException e) {
            throw new UnreadableMessage(name + " is not a time");
        }
    }
}
