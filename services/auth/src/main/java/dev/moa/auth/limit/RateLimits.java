package dev.moa.auth.limit;

import dev.moa.platform.settings.BadSetting;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Property;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** {@code MOA_RATE_LIMITS}: calls a minute. Here: {@code login}, tries per name and address, and {@code address}. */
@Context
class RateLimits {

    private static final String DEFAULTS = "login=5,api=100,webhook=10,address=60";

    private static final Set<String> NAMES = Set.of("login", "api", "webhook", "address");

    private final Map<String, Integer> perMinute = new HashMap<>();

    RateLimits(@Property(name = "moa.rate-limits", defaultValue = DEFAULTS) String given) {
        read(DEFAULTS);
        read(given);
    }

    int login() {
        return perMinute.get("login");
    }

    int address() {
        return perMinute.get("address");
    }

    private void read(String text) {
        for (String part : text.split(",")) {
            String[] pair = part.strip().split("=");
            if (pair.length != 2 || !NAMES.contains(pair[0].strip()) || !pair[1].matches("[1-9]\\d{0,6}")) {
                throw new BadSetting("MOA_RATE_LIMITS must look like " + DEFAULTS + ", each number above 0.");
            }
            perMinute.put(pair[0].strip(), Integer.valueOf(pair[1]));
        }
    }
}
