package dev.moa.auth.limit;

import dev.moa.crypto.token.Tokens;
import dev.moa.platform.problem.Problem;
import jakarta.inject.Singleton;
import java.time.Duration;

/**
 * Tries per name and address, and failed tries per address whatever the name, a minute. A try counts before it is
 * made, so that parallel ones count too; success gives them back. A stranger's tries never lock the owner out, because
 * the owner comes from another address.
 */
@Singleton
public class LoginLimit {

    private final RateLimits limits;
    private final Tally tally;

    LoginLimit(RateLimits limits, Tally tally) {
        this.limits = limits;
        this.tally = tally;
    }

    /** 429 with {@code Retry-After} when there were too many tries. */
    public Try begin(String nameKey, String address) {
        Try attempt = new Try(
                "rate:login:" + Tokens.sha256Hex(nameKey + "\n" + ClientAddress.network(address)),
                "rate:address:" + ClientAddress.network(address));
        if (tally.count(attempt.addressKey()) >= limits.address()) {
            throw tooMany(tally.timeLeft(attempt.addressKey()));
        }
        if (tally.add(attempt.nameKey()) > limits.login()) {
            throw tooMany(tally.timeLeft(attempt.nameKey()));
        }
        return attempt;
    }

    public void failed(Try attempt) {
        tally.add(attempt.addressKey());
    }

    public void succeeded(Try attempt) {
        tally.clear(attempt.nameKey());
    }

    private static Problem tooMany(Duration left) {
        return Problem.of(429, "too_many_attempts", "Too many attempts. Wait a little and try again.")
                .retryAfter(left);
    }

    /** The two counters of one try. */
    public record Try(String nameKey, String addressKey) {}
}
