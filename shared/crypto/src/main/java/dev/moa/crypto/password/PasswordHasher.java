package dev.moa.crypto.password;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters.Builder;

/**
 * Argon2id, at most so many at once: each hash takes its memory from the heap. Whoever comes while all are busy waits in
 * turn, and gets {@link TooManyHashes} when the wait is over or the queue is full. Passwords are hashed in their NFKC
 * form, so that the same characters typed on another keyboard are the same password. Safe for many threads.
 */
public final class PasswordHasher {

    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final int LONGEST_QUEUE = 64;

    private final SecureRandom random = new SecureRandom();
    private final Argon2Parameters parameters;
    private final Semaphore turns;
    private final Duration longestWait;
    private final EncodedHash decoy;

    /**
     * @param atOnce how many hashes may be computed at the same time
     * @param longestWait how long a call waits for its turn
     */
    public PasswordHasher(Argon2Parameters parameters, int atOnce, Duration longestWait) {
        this.parameters = parameters;
        this.turns = new Semaphore(atOnce, true);
        this.longestWait = longestWait;
        this.decoy = new EncodedHash(parameters, bytes(SALT_BYTES), bytes(HASH_BYTES));
    }

    /** The hash to store, with its parameters and a new salt. */
    public String hash(String password) {
        byte[] salt = bytes(SALT_BYTES);
        byte[] hash = inTurn(() -> compute(password, parameters, salt, HASH_BYTES));
        return new EncodedHash(parameters, salt, hash).text();
    }

    /**
     * Whether the password is the one behind the stored hash.
     *
     * @throws IllegalArgumentException when the stored text is no Argon2id hash
     */
    public boolean matches(String password, String stored) {
        return matches(password, EncodedHash.parse(stored));
    }

    /** Takes as long as {@link #matches} with a wrong password, for names that do not exist. Always false. */
    public boolean matchesNobody(String password) {
        matches(password, decoy);
        return false;
    }

    /** Whether the stored hash was made with other parameters than today's and should be made anew at the next sign-in. */
    public boolean isOutdated(String stored) {
        return !EncodedHash.parse(stored).parameters().equals(parameters);
    }

    private boolean matches(String password, EncodedHash stored) {
        byte[] hash = inTurn(() -> compute(password, stored.parameters(), stored.salt(), stored.hash().length));
        return MessageDigest.isEqual(hash, stored.hash());
    }

    private <T> T inTurn(Supplier<T> work) {
        if (turns.getQueueLength() >= LONGEST_QUEUE || !gotTurn()) {
            throw new TooManyHashes();
        }
        try {
            return work.get();
        } finally {
            turns.release();
        }
    }

    private boolean gotTurn() {
        try {
            return turns.tryAcquire(longestWait.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static byte[] compute(String password, Argon2Parameters cost, byte[] salt, int length) {
        byte[] secret = Normalizer.normalize(password, Normalizer.Form.NFKC).getBytes(StandardCharsets.UTF_8);
        var generator = new Argon2BytesGenerator();
        generator.init(new Builder(org.bouncycastle.crypto.params.Argon2Parameters.ARGON2_id)
                .withVersion(org.bouncycastle.crypto.params.Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(cost.memoryKib())
                .withIterations(cost.passes())
                .withParallelism(cost.lanes())
                .withSalt(salt)
                .build());
        byte[] hash = new byte[length];
        generator.generateBytes(secret, hash);
        Arrays.fill(secret, (byte) 0);
        return hash;
    }

    private byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }
}
