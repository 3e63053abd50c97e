package dev.moa.crypto.keys;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretKeyFileTest {
    private static final byte[] PLAIN = "{\"api_secret\":\"marker\"}".getBytes(StandardCharsets.UTF_8);

    @TempDir
    private Path folder;

    @Test
    void whatIsSealedOpensWithTheSameFileAndLabelOnly() {
        Path file = folder.resolve("keys/secret.key");
        byte[] sealed = SecretKeyFile.loadOrCreate(file).seal(PLAIN, "account 1");
        SecretKeyFile again = SecretKeyFile.loadOrCreate(file);
        assertArrayEquals(PLAIN, again.open(sealed, "account 1"));
        assertThrows(KeyFileException.class, () -> again.open(sealed, "account 2"));
        SecretKeyFile other = SecretKeyFile.loadOrCreate(folder.resolve("other.key"));
        assertThrows(KeyFileException.class, () -> other.open(sealed, "account 1"));
        sealed[sealed.length - 1] ^= 1;
        assertThrows(KeyFileException.class, () -> again.open(sealed, "account 1"));
    }

    @Test
    void theSameTextIsSealedDifferentlyEachTimeAndShowsNothing() {
        SecretKeyFile key = SecretKeyFile.loadOrCreate(folder.resolve("secret.key"));
        byte[] one = key.seal(PLAIN, "a");
        assertFalse(java.util.Arrays.equals(one, key.seal(PLAIN, "a")));
        assertFalse(new String(one, StandardCharsets.ISO_8859_1).contains("marker"));
    }

    @Test
    void theFileIsForItsOwnerAndNeverReplaced() throws IOException {
        Path file = folder.resolve("secret.key");
        SecretKeyFile.loadOrCreate(file);
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        Files.writeString(file, "nonsense");
        assertThrows(KeyFileException.class, () -> SecretKeyFile.loadOrCreate(file));
        assertEquals("nonsense", Files.readString(file));
    }
}
