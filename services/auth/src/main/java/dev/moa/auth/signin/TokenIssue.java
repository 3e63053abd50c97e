package dev.moa.auth.signin;

import dev.moa.auth.keys.AccessTokens;
import dev.moa.auth.keys.AccessTokens.Bearer;
import dev.moa.auth.session.Session;
import dev.moa.auth.session.SessionTerms;
import dev.moa.crypto.token.Tokens;
import jakarta.inject.Singleton;
import java.time.Duration;

/** Makes the tokens of a session. */
@Singleton
class TokenIssue {

    private final AccessTokens accessTokens;
    private final RefreshTokenStore refreshTokens;

    TokenIssue(AccessTokens accessTokens, RefreshTokenStore refreshTokens) {
        this.accessTokens = accessTokens;
        this.refreshTokens = refreshTokens;
    }

    /** An access token and the next refresh token, which is stored as its hash within the caller's transaction. */
    TokenPair pair(Session session) {
        String refresh = Tokens.random();
        refreshTokens.insert(Tokens.sha256(refresh), session.sessionId(), session.lastSeenAt(), session.expiresAt());
        return new TokenPair(session, access(session, SessionTerms.ACCESS, null), refresh);
    }

    String lent(Session session, String actor) {
        return access(session, SessionTerms.LENT, actor);
    }

    private String access(Session session, Duration life, String actor) {
        Session.Owner owner = session.owner();
        return accessTokens.issue(
                new Bearer(
                        session.accountId(),
                        session.sessionId(),
                        owner.username(),
                        owner.role(),
                        owner.permissions(),
                        actor),
                life);
    }
}
