package dev.moa.crypto.keys;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Set;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * An AES-256 key in a file that only its owner can read; a missing file is made, one that cannot be used is never replaced.
 * Seals with AES-GCM: version byte, 12 random bytes, ciphertext with its tag. The label is authenticated, not stored.
 */
public final class SecretKeyFile {
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final byte VERSION = 1;
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final int KEY = 32;

    private final SecretKey key;

    private SecretKeyFile(byte[] key) {
        this.key = new SecretKeySpec(key, "AES");
    }

    /** @throws KeyFileException when the file cannot be read, made or believed */
    public static SecretKeyFile loadOrCreate(Path file) {
        try {
            if (Files.notExists(file)) {
                create(file);
            }
            byte[] key = Base64.getDecoder()
                    .decode(Files.readString(file, StandardCharsets.US_ASCII).strip());
            if (key.length != KEY) {
                throw new IllegalArgumentException("it does not hold 32 bytes");
            }
            return new SecretKeyFile(key);
        } catch (IOException | IllegalArgumentException unusable) {
            throw new KeyFileException("the key file " + file + " cannot be used: " + unusable.getMessage(), unusable);
        }
    }

    private static void create(Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (Files.notExists(folder)) {
            Files.createDirectories(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        }
        byte[] key = new byte[KEY];
        RANDOM.nextBytes(key);
        Path draft = Files.createTempFile(folder, ".key", "", PosixFilePermissions.asFileAttribute(OWNER_ONLY));
        try {
            Files.writeString(draft, Base64.getEncoder().encodeToString(key) + "\n", StandardCharsets.US_ASCII);
            sync(draft);
            Files.createLink(file, draft);
            sync(folder);
        } catch (FileAlreadyExistsException otherWasFirst) {
            // The other process's key is complete and is read by our caller.
            return;
        } finally {
            Files.delete(draft);
        }
    }

    private static void sync(Path path) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    /** Seals; only {@link #open} with the same label gives it back. */
    public byte[] seal(byte[] plain, String label) {
        byte[] nonce = new byte[NONCE];
        RANDOM.nextBytes(nonce);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce, label).doFinal(plain);
            byte[] whole = new byte[1 + NONCE + sealed.length];
            whole[0] = VERSION;
            System.arraycopy(nonce, 0, whole, 1, NONCE);
            System.arraycopy(sealed, 0, whole, 1 + NONCE, sealed.length);
            return whole;
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java has AES-GCM", impossible);
        }
    }

    /** @throws KeyFileException when it was sealed by another key, under another label, or was changed */
    public byte[] open(byte[] sealed, String label) {
        try {
            if (sealed.length <= 1 + NONCE || sealed[0] != VERSION) {
                throw new GeneralSecurityException("not a sealed text");
            }
            byte[] nonce = Arrays.copyOfRange(sealed, 1, 1 + NONCE);
            return cipher(Cipher.DECRYPT_MODE, nonce, label).doFinal(sealed, 1 + NONCE, sealed.length - 1 - NONCE);
        } catch (GeneralSecurityException changed) {
            throw new KeyFileException("what was sealed cannot be opened with this key", changed);
        }
    }

    private Cipher cipher(int mode, byte[] nonce, String label) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(label.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    /** Shows nothing. */
    @Override
    public String toString() {
        return "SecretKeyFile";
    }
}
