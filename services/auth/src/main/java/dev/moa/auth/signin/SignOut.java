package dev.moa.auth.signin;

import dev.moa.auth.session.SessionEnding;
import dev.moa.crypto.token.Tokens;
import dev.moa.platform.identity.Callers;
import dev.moa.platform.problem.Problem;
import jakarta.inject.Singleton;
import java.util.Optional;

/**
 * Leaving, by whatever the person still has: a token that counts, else the refresh token, so that one whose access
 * token has run out can still leave.
 */
@Singleton
class SignOut {

    private static final String SCHEME = "Bearer ";

    private final Callers callers;
    private final RefreshTokenStore refreshTokens;
    private final SessionEnding ending;

    SignOut(Callers callers, RefreshTokenStore refreshTokens, SessionEnding ending) {
        this.callers = callers;
        this.refreshTokens = refreshTokens;
        this.ending = ending;
    }

    void signOut(String authorization, Optional<String> refreshToken) {
        if (authorization == null && refreshToken.isEmpty()) {
            throw Problem.unauthenticated("Sign in first.");
        }
        if (authorization != null && (refreshToken.isEmpty() || counts(authorization))) {
            ending.logout(callers.authenticate(token(authorization)).sessionId());
        }
        refreshToken
                .flatMap(token -> refreshTokens.find(Tokens.sha256(token)))
                .ifPresent(issued -> ending.logout(issued.sessionId()));
    }

    private boolean counts(String authorization) {
        try {
            callers.authenticate(token(authorization));
            return true;
        } catch (Problem refused) {
            return false;
        }
    }

    private static String token(String authorization) {
        return authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                ? authorization.substring(SCHEME.length()).strip()
                : authorization;
    }
}
