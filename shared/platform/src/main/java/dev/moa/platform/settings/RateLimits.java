package dev.moa.platform.settings;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Calls a minute, out of {@code MOA_RATE_LIMITS}.
 *
 * @param login tries per name and address
 * @param api calls per user or key
 * @param webhook alerts per strategy
 * @param address calls per address without a session
 */
public record RateLimits(int login, int api, int webhook, int address) {

    /** What applies where the setting says nothing. */
    public static final RateLimits DEFAULT = new RateLimits(5, 100, 10, 60);

    private static final Pattern ENTRY = Pattern.compile("\\s*(login|api|webhook|address)\\s*=\\s*(\\d{1,7})\\s*");

    /**
     * {@code login=5,api=100}: any of the four, the others keep their default.
     *
     * @throws BadSetting on anything else, and on zero
     */
    public static RateLimits parse(String text) {
        Map<String, Integer> given = new HashMap<>();
        for (String entry : text.isBlank() ? new String[0] : text.split(",", -1)) {
            var match = ENTRY.matcher(entry);
            if (!match.matches() || Integer.parseInt(match.group(2)) == 0) {
                throw new BadSetting("MOA_RATE_LIMITS must look like login=5,api=100,webhook=10,address=60"
                        + " with numbers above zero.");
            }
            given.put(match.group(1), Integer.valueOf(match.group(2)));
        }
        return new RateLimits(
                given.getOrDefault("login", DEFAULT.login),
                given.getOrDefault("api", DEFAULT.api),
                given.getOrDefault("webhook", DEFAULT.webhook),
                given.getOrDefault("address", DEFAULT.address));
    }

    /** How many calls may come at once: a fifth more than the rate, at least one more. */
    public static int burst(int perMinute) {
        return perMinute + Math.max(1, perMinute / 5);
    }
}
