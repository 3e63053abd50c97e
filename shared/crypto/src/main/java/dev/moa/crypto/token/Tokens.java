package dev.moa.crypto.token;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;

/**
 * Random tokens and codes. What we hand out is random enough (100 bits and more) that its plain SHA-256 is a safe
 * storage form: it cannot be guessed back. Never use it for passwords.
 */
public final class Tokens {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Base64.Encoder URL_SAFE = Base64.getUrlEncoder().withoutPadding();
    /** Crockford's alphabet: no I, L, O, U, so a code can be read aloud. */
    private static final String LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private Tokens() {}

    /** A new random token of 256 bits, 43 URL-safe characters. */
    public static String random() {
        return random(32);
    }

    /** A new random token of the given number of bytes, URL-safe, without padding. */
    public static String random(int bytes) {
        byte[] secret = new byte[bytes];
        RANDOM.nextBytes(secret);
        return URL_SAFE.encodeToString(secret);
    }

    /** A new code for people to type, four groups of five characters with dashes between, 100 bits. */
    public static String code() {
        StringBuilder code = new StringBuilder(23);
        for (int i = 0; i < 20; i++) {
            if (i > 0 && i % 5 == 0) {
                code.append('-');
            }
            code.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
        }
        return code.toString();
    }

    /** A typed code in its one form: capitals, no separators, look-alikes (I, L, O) put right. */
    public static String normalisedCode(String typed) {
        return typed.toUpperCase(Locale.ROOT)
                .replaceAll("[^0-9A-Z]", "")
                .replace('I', '1')
                .replace('L', '1')
                .replace('O', '0');
    }

    /** SHA-256 of the token's UTF-8 bytes: what may be stored. */
    public static byte[] sha256(String token) {
        return sha256(token.getBytes(StandardCharsets.UTF_8));
    }

    public static String sha256Hex(String token) {
        return HexFormat.of().formatHex(sha256(token));
    }

    /** Whether two secrets are equal, in a time that does not tell where they differ or how long the right one is. */
    public static boolean equal(String one, String other) {
        return MessageDigest.isEqual(sha256(one), sha256(other));
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
