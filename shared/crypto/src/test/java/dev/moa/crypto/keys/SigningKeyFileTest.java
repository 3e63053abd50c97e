package dev.moa.crypto.keys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SigningKeyFileTest {

    @TempDir
    Path folder;

    @Test
    void aMissingKeyIsMadeForItsOwnerOnlyAndStaysTheSame() throws IOException {
        Path file = folder.resolve("deep/token.pem");
        SigningKey made = new SigningKeyFile(file).loadOrCreate();
        SigningKey read = new SigningKeyFile(file).loadOrCreate();
        assertEquals(made, read);
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file.getParent())));
        try (var files = Files.list(file.getParent())) {
            assertEquals(1, files.count(), "no draft is left behind");
        }
    }

    @Test
    void twoProcessesThatMakeItAtOnceUseOneKey() {
        Path file = folder.resolve("token.pem");
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var keys = IntStream.range(0, 8)
                    .mapToObj(i -> CompletableFuture.supplyAsync(
                            () -> new SigningKeyFile(file).loadOrCreate().id(), threads))
                    .toList();
            assertEquals(
                    1, keys.stream().map(CompletableFuture::join).distinct().count());
        }
    }

    @Test
    void aFileThatOthersMayReadIsClosed() throws IOException {
        Path file = folder.resolve("token.pem");
        new SigningKeyFile(file).loadOrCreate();
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        new SigningKeyFile(file).loadOrCreate();
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    }

    @Test
    void aBrokenFileIsRefusedAndNeverReplaced() throws IOException {
        Path file = folder.resolve("token.pem");
        Files.writeString(file, "not a key");
        var refused = assertThrows(KeyFileException.class, () -> new SigningKeyFile(file).loadOrCreate());
        assertTrue(refused.getMessage().contains(file.toString()));
        assertEquals("not a key", Files.readString(file));
    }

    @Test
    void halvesOfTwoKeysAreRefused() throws IOException {
        Path one = folder.resolve("one.pem");
        Path other = folder.resolve("other.pem");
        new SigningKeyFile(one).loadOrCreate();
        new SigningKeyFile(other).loadOrCreate();
        String mixed = Files.readString(one).replaceFirst("(?s)-----BEGIN PUBLIC.*", "")
                + Files.readString(other).replaceFirst("(?s).*(?=-----BEGIN PUBLIC)", "");
        Files.writeString(one, mixed);
        assertThrows(KeyFileException.class, () -> new SigningKeyFile(one).loadOrCreate());
    }

    @Test
    void aKeyDoesNotPrintItself() {
        SigningKey key = new SigningKeyFile(folder.resolve("token.pem")).loadOrCreate();
        assertFalse(key.toString().contains(key.privateKey().getS().toString()));
        assertEquals("SigningKey[" + key.id() + "]", key.toString());
    }
}
