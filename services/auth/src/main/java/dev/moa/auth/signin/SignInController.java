package dev.moa.auth.signin;

import dev.moa.auth.limit.ClientAddress;
import dev.moa.auth.session.Session.Device;
import dev.moa.auth.session.SessionTerms;
import dev.moa.platform.problem.Problem;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.Optional;
import java.util.Set;

@Controller("/api/v1/auth")
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured(SecurityRule.IS_ANONYMOUS)
class SignInController {

    private static final int LONGEST = 1024;
    private static final int LONGEST_AGENT = 200;

    private final SignIn signIn;
    private final Rotation rotation;
    private final SignOut signOut;
    private final RefreshCookie cookie;
    private final ClientAddress clientAddress;

    SignInController(
            SignIn signIn, Rotation rotation, SignOut signOut, RefreshCookie cookie, ClientAddress clientAddress) {
        this.signIn = signIn;
        this.rotation = rotation;
        this.signOut = signOut;
        this.cookie = cookie;
        this.clientAddress = clientAddress;
    }

    @Post("/login")
    HttpResponse<TokenView> login(HttpRequest<?> request, @Body LoginRequest login) {
        login.check();
        return answer(signIn.signIn(login.username(), login.password(), device(request, login.delivery())));
    }

    @Post("/refresh")
    HttpResponse<TokenView> refresh(HttpRequest<?> request, @Nullable @Body RefreshRequest body) {
        return answer(rotation.refresh(refreshToken(request, body)
                .orElseThrow(() -> Problem.unauthenticated("There is no refresh token in this call."))));
    }

    @Post("/logout")
    @ApiResponse(responseCode = "204", description = "ended; the cookie is cleared")
    HttpResponse<Void> logout(HttpRequest<?> request, @Nullable @Body RefreshRequest body) {
        signOut.signOut(request.getHeaders().get(HttpHeaders.AUTHORIZATION), refreshToken(request, body));
        return HttpResponse.<Void>noContent().cookie(cookie.cleared());
    }

    private Optional<String> refreshToken(HttpRequest<?> request, RefreshRequest body) {
        if (body != null && body.refreshToken() != null) {
            return Optional.of(body.refreshToken()).filter(token -> token.length() <= LONGEST);
        }
        return cookie.read(request);
    }

    private HttpResponse<TokenView> answer(TokenPair pair) {
        boolean inBody = pair.session().device().delivery().equals("body");
        var view = new TokenView(
                pair.accessToken(), "Bearer", SessionTerms.ACCESS.toSeconds(), inBody ? pair.refreshToken() : null);
        var answer = HttpResponse.ok(view).header(HttpHeaders.CACHE_CONTROL, "no-store");
        return inBody ? answer : answer.cookie(cookie.of(pair.refreshToken()));
    }

    private Device device(HttpRequest<?> request, String delivery) {
        String agent = Optional.ofNullable(request.getHeaders().get(HttpHeaders.USER_AGENT))
                .map(header -> header.replaceAll("\\p{C}", ""))
                .orElse("");
        return new Device(
                "login",
                delivery,
                clientAddress.of(request),
                agent.substring(0, Math.min(agent.length(), LONGEST_AGENT)));
    }

    /** {@code username} may be the e-mail address. */
    @Serdeable
    record LoginRequest(
            @Nullable String username,
            @Nullable String password,
            @Nullable String tokenDelivery) {

        void check() {
            Problem problem = Problem.invalid();
            if (username == null || username.isBlank() || username.length() > LONGEST) {
                problem.field("username", "is missing or too long");
            }
            if (password == null || password.isEmpty() || password.length() > LONGEST) {
                problem.field("password", "is missing or too long");
            }
            if (!Set.of("body", "cookie").contains(delivery())) {
                problem.field("token_delivery", "is body or cookie");
            }
            if (problem.hasFields()) {
                throw problem;
            }
        }

        String delivery() {
            return tokenDelivery == null ? "cookie" : tokenDelivery;
        }

        /** Says nothing of the password. */
        @Override
        public String toString() {
            return "LoginRequest";
        }
    }

    @Serdeable
    record RefreshRequest(@Nullable String refreshToken) {

        @Override
        public String toString() {
            return "RefreshRequest";
        }
    }

    @Serdeable
    record TokenView(
            String accessToken,
            String tokenType,
            long expiresIn,
            @Nullable String refreshToken) {

        @Override
        public String toString() {
            return "TokenView";
        }
    }
}
