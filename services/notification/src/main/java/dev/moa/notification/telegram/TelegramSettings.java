package dev.moa.notification.telegram;

import dev.moa.platform.settings.BadSetting;
import dev.moa.platform.settings.Secrets;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Value;
import java.net.URI;
import java.time.Duration;
import java.util.regex.Pattern;

/** Read at start, so that a bad value stops the service with one sentence. The token is never part of any message. */
@Context
class TelegramSettings {
    private static final Pattern TOKEN = Pattern.compile("[0-9]{1,20}:[A-Za-z0-9_-]{10,100}");

    private final String token;
    private final String apiUrl;
    private final String linkUrl;
    private final Duration poll;

    TelegramSettings(
            Secrets secrets,
            @Value("${moa.telegram.api-url}") String apiUrl,
            @Value("${moa.telegram.link-url}") String linkUrl,
            @Value("${moa.telegram.poll}") Duration poll) {
        this.token = secrets.optional("MOA_TELEGRAM_BOT_TOKEN").orElse("");
        this.apiUrl = address("MOA_TELEGRAM_API_URL", apiUrl);
        this.linkUrl = address("moa.telegram.link-url", linkUrl);
        this.poll = poll;
        if (!token.isEmpty() && !TOKEN.matcher(token).matches()) {
            throw new BadSetting("MOA_TELEGRAM_BOT_TOKEN does not look like a bot token (digits, a colon, letters).");
        }
    }

    /** Without a token the feature is off. */
    boolean isOn() {
        return !token.isEmpty();
    }

    /** The number before the colon is the bot's own id. */
    long botId() {
        return Long.parseLong(token.substring(0, token.indexOf(':')));
    }

    /** Holds the token: never to be logged or shown. */
    URI methodUri(String method) {
        return URI.create(apiUrl + "/bot" + token + "/" + method);
    }

    String link(String username, String code) {
        return linkUrl + "/" + username + "?start=" + code;
    }

    /** How long one request for updates may stay open. */
    Duration poll() {
        return poll;
    }

    private static String address(String name, String value) {
        try {
            URI uri = URI.create(value.strip());
            if (uri.getHost() != null && ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()))) {
                return value.strip().replaceAll("/+$", "");
            }
        } catch (IllegalArgumentException malformed) {
            throw new BadSetting(name + " is not an http or https address.");
        }
        throw new BadSetting(name + " is not an http or https address.");
    }
}
