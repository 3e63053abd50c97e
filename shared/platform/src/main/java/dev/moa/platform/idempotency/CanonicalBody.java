package dev.moa.platform.idempotency;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Two bodies that say the same have the same hash, whatever the order of members, white space or trailing zeros. */
final class CanonicalBody {

    private CanonicalBody() {}

    static String hash(Object tree) {
        StringBuilder text = new StringBuilder();
        append(text, tree);
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(text.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static void append(StringBuilder text, Object value) {
        switch (value) {
            case null -> text.append("null");
            case Map<?, ?> members -> appendMembers(text, members);
            case List<?> items -> appendItems(text, items);
            case Number number -> text.append(new BigDecimal(number.toString()).stripTrailingZeros());
            case Boolean bool -> text.append(bool);
            default -> appendText(text, value.toString());
        }
    }

    private static void appendMembers(StringBuilder text, Map<?, ?> members) {
        TreeMap<String, Object> sorted = new TreeMap<>();
        members.forEach((name, value) -> {
            if (value != null) {
                sorted.put(name.toString(), value);
            }
        });
        text.append('{');
        sorted.forEach((name, value) -> {
            appendText(text, name);
            append(text, value);
        });
        text.append('}');
    }

    private static void appendItems(StringBuilder text, List<?> items) {
        text.append('[');
        items.forEach(item -> {
            append(text, item);
            text.append(',');
        });
        text.append(']');
    }

    /** The length in front makes it unambiguous without any escaping. */
    private static void appendText(StringBuilder text, String value) {
        text.append(value.length()).append(':').append(value);
    }
}
