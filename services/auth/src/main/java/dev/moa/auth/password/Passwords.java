package dev.moa.auth.password;

import dev.moa.crypto.password.PasswordHasher;
import dev.moa.crypto.password.TooManyHashes;
import dev.moa.platform.problem.Problem;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/** Making and checking password hashes; 503 {@code busy} when too many want it at once. */
@Singleton
public class Passwords {

    private final PasswordHasher hasher;

    Passwords(PasswordSettings settings) {
        this.hasher = new PasswordHasher(settings.cost(), settings.atOnce(), settings.longestWait());
    }

    public String hash(String password) {
        return inTime(() -> hasher.hash(password));
    }

    /** Whether the password fits the stored hash. No hash at all (nobody of that name) costs the same time. */
    public boolean matches(String password, Optional<String> stored) {
        return inTime(() ->
                stored.map(hash -> hasher.matches(password, hash)).orElseGet(() -> hasher.matchesNobody(password)));
    }

    /** Whether the stored hash should be made anew with today's parameters. */
    public boolean isOutdated(String stored) {
        return hasher.isOutdated(stored);
    }

    private static <T> T inTime(Supplier<T> work) {
        try {
            return work.get();
        } catch (TooManyHashes busy) {
            throw Problem.of(503, "busy", "Too many people are signing in right now. Try again in a moment.")
                    .retryAfter(Duration.ofSeconds(2));
        }
    }
}
