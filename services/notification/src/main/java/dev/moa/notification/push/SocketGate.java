package dev.moa.notification.push;

import dev.moa.platform.problem.Problem;
import dev.moa.platform.settings.BadSetting;
import io.micronaut.context.annotation.Value;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;

/** Before the upgrade: pages of other sites are turned away, and nobody comes in when it is full. */
@ServerFilter({"/ws", "/ws/**"})
class SocketGate {
    private static final Duration FULL = Duration.ofSeconds(5);

    private final Sockets sockets;
    private final String publicHost;

    SocketGate(Sockets sockets, @Value("${moa.push.public-url}") String publicUrl) {
        this.sockets = sockets;
        this.publicHost = authority(publicUrl);
        if (publicHost.isEmpty()) {
            throw new BadSetting("MOA_PUBLIC_URL is not an address.");
        }
    }

    @RequestFilter
    void check(HttpRequest<?> request) {
        String origin = request.getHeaders().get("Origin");
        if (origin != null && !isOurs(origin, request.getHeaders().get("Host"))) {
            throw Problem.forbidden("origin_not_allowed", "Pages of other sites may not connect.");
        }
        if (!sockets.hasRoom(address(request))) {
            throw Problem.of(503, "too_many_connections", "There are too many connections right now.")
                    .retryAfter(FULL);
        }
    }

    /** As nginx tells it; nobody else can reach us. */
    static String address(HttpRequest<?> request) {
        String told = request.getHeaders().get("X-Real-IP");
        return told != null ? told : request.getRemoteAddress().getAddress().getHostAddress();
    }

    private boolean isOurs(String origin, String host) {
        String from = authority(origin);
        return !from.isEmpty()
                && (from.equals(publicHost) || (host != null && from.equals(host.toLowerCase(Locale.ROOT))));
    }

    /** Host and port as a browser writes them; empty when it is no address, as for {@code null} origins. */
    private static String authority(String url) {
        try {
            URI uri = URI.create(url.strip());
            return uri.getHost() == null ? "" : uri.getAuthority().toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException malformed) {
            return "";
        }
    }
}
