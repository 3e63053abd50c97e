package dev.moa.domain.value;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.UUID;

/**
 * Identities derived from content, so that replaying the same facts invents the same ids. They have the form of a UUIDv7: the
 * time comes first, so they sort by it, and what a UUIDv7 draws at random is here a hash of the content.
 */
public final class Derived {
    private Derived() {}

    /** The id that this content has at this time, always the same. */
    public static UUID uuid(Instant time, String content) {
        ByteBuffer hash = ByteBuffer.wrap(sha256(content));
        long high = time.toEpochMilli() << 16 | 0x7000L | hash.getShort() & 0x0FFFL;
        long low = hash.getLong() & 0x3FFFFFFFFFFFFFFFL | 0x8000000000000000L;
        return new UUID(high, low);
    }

    /** The time that a UUIDv7 begins with. */
    public static Instant timeOf(UUID id) {
        return Instant.ofEpochMilli(id.getMostSignificantBits() >>> 16);
    }

    static UUID parse(String field, String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException | NullPointerException notAnId) {
            throw new InvalidValue(field, "is not an id");
        }
    }

    private static byte[] sha256(String content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
