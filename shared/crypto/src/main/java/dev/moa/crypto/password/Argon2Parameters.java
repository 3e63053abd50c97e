package dev.moa.crypto.password;

/**
 * The cost of one Argon2id hash.
 *
 * @param memoryKib memory in KiB, Java heap while a hash is computed
 * @param passes how often that memory is walked
 * @param lanes parallel lanes (BouncyCastle computes them one after another)
 */
public record Argon2Parameters(int memoryKib, int passes, int lanes) {

    /** OWASP's floor, which a NAS can still pay: 19 MiB, two passes, one lane. */
    public static final Argon2Parameters OWASP = new Argon2Parameters(19_456, 2, 1);

    public Argon2Parameters {
        if (lanes < 1 || passes < 1 || memoryKib < 8 * lanes || memoryKib > 1 << 20 || passes > 64 || lanes > 16) {
            throw new IllegalArgumentException("Argon2 parameters out of range");
        }
    }
}
