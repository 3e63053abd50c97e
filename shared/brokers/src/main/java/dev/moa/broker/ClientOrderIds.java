package dev.moa.broker;

import dev.moa.domain.value.OrderId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/**
 * Our names for orders at venues: a hash of who we are, what was intended and which attempt this is. The same attempt always
 * has the same name, and a suite that was restored from a backup, which has another epoch, can never make an old one again.
 */
public final class ClientOrderIds {
    private static final String PREFIX = "moa";
    private static final String LETTERS = "0123456789abcdefghjkmnpqrstvwxyz";
    private static final int LENGTH = 29;

    private ClientOrderIds() {}

    /** 29 small letters and digits: short enough and plain enough for every venue known. */
    public static String of(UUID epoch, OrderId intent, int attempt) {
        byte[] hash = sha256(epoch + " " + intent + " " + attempt);
        StringBuilder name = new StringBuilder(PREFIX);
        for (int bit = 0; name.length() < LENGTH; bit += 5) {
            int pair = (hash[bit / 8] & 0xff) << 8 | hash[bit / 8 + 1] & 0xff;
            name.append(LETTERS.charAt(pair >> 11 - bit % 8 & 31));
        }
        return name.toString();
    }

    /** Whether the name looks like one of ours, whichever installation or epoch made it. */
    public static boolean isOurs(String clientOrderId) {
        return clientOrderId != null
                && clientOrderId.length() == LENGTH
                && clientOrderId.startsWith(PREFIX)
                && clientOrderId.chars().skip(PREFIX.length()).allMatch(c -> LETTERS.indexOf(c) >= 0);
    }

    private static byte[] sha256(String content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
