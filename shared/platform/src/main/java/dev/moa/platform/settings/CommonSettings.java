package dev.moa.platform.settings;

import io.micronaut.context.annotation.Context;
import io.micronaut.context.env.Environment;
import java.net.URI;
import java.time.DateTimeException;
import java.time.ZoneId;

/** The settings of {@code operations.md} that more than one service reads, checked when the service starts. */
@Context
public class CommonSettings {

    private final RateLimits rateLimits;
    private final ZoneId zone;
    private final URI publicUrl;

    CommonSettings(Environment environment) {
        this.rateLimits = RateLimits.parse(text(environment, "MOA_RATE_LIMITS", ""));
        this.zone = zone(text(environment, "MOA_TZ", "Asia/Seoul"));
        this.publicUrl = url(text(environment, "MOA_PUBLIC_URL", "http://localhost:8080"));
    }

    public RateLimits rateLimits() {
        return rateLimits;
    }

    /** For display and daily boundaries; storage is UTC. */
    public ZoneId zone() {
        return zone;
    }

    /** What people type to reach us, without a slash at the end. */
    public URI publicUrl() {
        return publicUrl;
    }

    private static String text(Environment environment, String name, String otherwise) {
        return environment
                .getProperty(name, String.class)
                .filter(value -> !value.isBlank())
                .map(String::strip)
                .orElse(otherwise);
    }

    private static ZoneId zone(String text) {
        try {
            return ZoneId.of(text);
        } catch (DateTimeException unknown) {
            throw new BadSetting("MOA_TZ must be the name of a time zone such as Asia/Seoul.");
        }
    }

    private static URI url(String text) {
        String bad = "MOA_PUBLIC_URL must be an address such as https://moa.example.org.";
        try {
            URI url = URI.create(text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
            boolean http = "http".equals(url.getScheme()) || "https".equals(url.getScheme());
            if (!http || url.getHost() == null || url.getQuery() != null) {
                throw new BadSetting(bad);
            }
            return url;
        } catch (IllegalArgumentException unreadable) {
            throw new BadSetting(bad);
        }
    }
}
