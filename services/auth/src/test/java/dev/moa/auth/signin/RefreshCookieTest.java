package dev.moa.auth.signin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.moa.platform.problem.Problem;
import dev.moa.platform.settings.BadSetting;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.cookie.Cookie;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RefreshCookieTest {

    private final RefreshCookie cookie = new RefreshCookie("https://moa.example.org");

    @Test
    void ourOwnPageIsKnownByPublicAddressOrByTheOneItUsed() {
        assertEquals(Optional.of("token"), cookie.read(call("https://moa.example.org", "moa.example.org")));
        assertEquals(Optional.of("token"), cookie.read(call("http://192.168.1.5:8080", "192.168.1.5:8080")));
        assertEquals(Optional.of("token"), cookie.read(call(null, "moa.example.org")));
    }

    @Test
    void othersPagesAreRefused() {
        for (String origin : new String[] {
            "https://evil.example", "null", "https://moa.example.org.evil.example", "https://moa.example.org:444", ""
        }) {
            var refused = assertThrows(Problem.class, () -> cookie.read(call(origin, "moa.example.org")), origin);
            assertEquals("cross_origin", refused.code());
        }
    }

    @Test
    void aCookieOfAPageWithoutHttpsIsNotOurs() {
        var planted = HttpRequest.POST("/", "").cookie(Cookie.of("moa_refresh", "planted"));
        assertEquals(Optional.empty(), cookie.read(planted));
    }

    @Test
    void aPublicAddressIsNeeded() {
        for (String nonsense : new String[] {"moa.example.org", "ftp://moa.example.org", "https://", "/"}) {
            assertThrows(BadSetting.class, () -> new RefreshCookie(nonsense), nonsense);
        }
    }

    private static HttpRequest<?> call(String origin, String host) {
        var request = HttpRequest.POST("/", "")
                .cookie(Cookie.of("__Secure-moa_refresh", "token"))
                .header("Host", host);
        return origin == null ? request : request.header("Origin", origin);
    }
}
