package dev.moa.crypto.password;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PasswordHasherTest {

    private static final Argon2Parameters CHEAP = new Argon2Parameters(64, 1, 1);

    private final PasswordHasher hasher = new PasswordHasher(CHEAP, 2, Duration.ofSeconds(20));

    @Test
    void onlyTheRightPasswordMatches() {
        String stored = hasher.hash("correct horse battery staple");
        assertTrue(hasher.matches("correct horse battery staple", stored));
        assertFalse(hasher.matches("correct horse battery stapl", stored));
        assertFalse(hasher.matches("", stored));
        assertFalse(hasher.matchesNobody("correct horse battery staple"));
    }

    @Test
    void equalPasswordsHaveDifferentHashes() {
        assertNotEquals(hasher.hash("one and the same"), hasher.hash("one and the same"));
    }

    @Test
    void theHashCarriesItsParameters() {
        var strong = new PasswordHasher(Argon2Parameters.OWASP, 1, Duration.ofSeconds(20));
        String stored = strong.hash("moa");
        assertTrue(stored.startsWith("$argon2id$v=19$m=19456,t=2,p=1$"), stored);
        assertTrue(hasher.matches("moa", stored), "checked with its own parameters, not with today's");
        assertTrue(hasher.isOutdated(stored));
        assertFalse(strong.isOutdated(stored));
    }

    @Test
    void hashesOfOtherProgramsAreUnderstood() {
        // One of the test values in the reference implementation (test.c of phc-winner-argon2).
        // -p 1
        String reference = "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc";
        assertTrue(hasher.matches("password", reference));
        assertFalse(hasher.matches("passwort", reference));
    }

    @Test
    void theSamePasswordFromAnotherKeyboardMatches() {
        String composed = hasher.hash("비밀번호는 길다");
        assertTrue(hasher.matches(java.text.Normalizer.normalize("비밀번호는 길다", java.text.Normalizer.Form.NFD), composed));
    }

    @Test
    void whatIsNoHashIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> hasher.matches("x", "plain text"));
        assertThrows(
                IllegalArgumentException.class, () -> hasher.matches("x", "$argon2i$v=19$m=64,t=1,p=1$c2FsdA$aGFzaA"));
        assertThrows(
                IllegalArgumentException.class,
                () -> hasher.matches(
                        "x", "$argon2id$v=19$m=9999999,t=1,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8"));
    }

    @Test
    void whoeverWouldWaitTooLongIsTurnedAway() {
        var busy = new PasswordHasher(Argon2Parameters.OWASP, 1, Duration.ZERO);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var hashes = IntStream.range(0, 8)
                    .mapToObj(i -> CompletableFuture.supplyAsync(() -> busy.hash("password " + i), threads))
                    .toList();
            long refused =
                    hashes.stream().filter(PasswordHasherTest::wasTurnedAway).count();
            assertTrue(refused >= 1 && refused < 8, refused + " of 8 were turned away");
        }
    }

    @Test
    void manyAtOnceAllGetTheirTurn() {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var hashes = IntStream.range(0, 40)
                    .mapToObj(i -> CompletableFuture.supplyAsync(() -> hasher.hash("password " + i), threads))
                    .toList();
            assertEquals(
                    40, hashes.stream().map(CompletableFuture::join).distinct().count());
        }
    }

    private static boolean wasTurnedAway(CompletableFuture<String> hash) {
        try {
            hash.join();
            return false;
        } catch (CompletionException refused) {
            assertTrue(refused.getCause() instanceof TooManyHashes);
            return true;
        }
    }
}
