package dev.moa.auth.signin;

import dev.moa.auth.session.SessionTerms;
import dev.moa.platform.problem.Problem;
import dev.moa.platform.settings.BadSetting;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Property;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.cookie.Cookie;
import io.micronaut.http.cookie.SameSite;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The refresh token in a cookie that no script sees and that travels to the sign-in paths only. Over https it is Secure
 * and named so that a page without https cannot plant one. A call that lives by the cookie must come from our own page.
 */
@Context
class RefreshCookie {

    private static final Pattern ADDRESS = Pattern.compile("(https?)://([^/?#@\\s]+)(/.*)?");
    private static final String PATH = "/api/v1/auth";

    private final boolean secure;
    private final String name;
    private final String publicAuthority;

    RefreshCookie(@Property(name = "moa.public-url", defaultValue = "http://localhost:8080") String publicUrl) {
        Matcher url = ADDRESS.matcher(publicUrl.strip());
        if (!url.matches()) {
            throw new BadSetting("MOA_PUBLIC_URL must look like https://moa.example.org.");
        }
        secure = url.group(1).equals("https");
        name = secure ? "__Secure-moa_refresh" : "moa_refresh";
        publicAuthority = url.group(2);
    }

    Cookie of(String refreshToken) {
        return cookie(refreshToken, SessionTerms.REFRESH);
    }

    Cookie cleared() {
        return cookie("", Duration.ZERO);
    }

    /** The token in the cookie; 403 {@code cross_origin} when another site's page caused the call. */
    Optional<String> read(HttpRequest<?> request) {
        Optional<String> token =
                request.getCookies().findCookie(name).map(Cookie::getValue).filter(value -> !value.isBlank());
        if (token.isPresent() && !isFromOwnPage(request)) {
            throw Problem.forbidden("cross_origin", "This call must come from Moa's own page.");
        }
        return token;
    }

    /** Browsers name the origin of every POST; programs without one carry no stolen cookie. */
    private boolean isFromOwnPage(HttpRequest<?> request) {
        String site = request.getHeaders().get("Sec-Fetch-Site");
        if (site != null && !site.equals("same-origin") && !site.equals("none")) {
            return false;
        }
        String origin = request.getHeaders().get("Origin");
        if (origin == null) {
            return true;
        }
        String authority = origin.replaceFirst("^https?://", "");
        return authority.equals(publicAuthority)
                || authority.equals(request.getHeaders().get("Host"));
    }

    private Cookie cookie(String value, Duration life) {
        return Cookie.of(name, value)
                .path(PATH)
                .httpOnly(true)
                .secure(secure)
                .sameSite(SameSite.Strict)
                .maxAge(life.toSeconds());
    }
}
