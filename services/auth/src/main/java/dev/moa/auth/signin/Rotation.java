package dev.moa.auth.signin;

import dev.moa.auth.session.Session;
import dev.moa.auth.session.SessionEnding;
import dev.moa.auth.session.Sessions;
import dev.moa.auth.signin.RefreshTokenStore.Issued;
import dev.moa.crypto.token.Tokens;
import dev.moa.platform.problem.Problem;
import dev.moa.platform.sql.Sql;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A refresh token for a new pair; each counts once. Whoever presents a spent one holds a copy, or somebody else does:
 * the session and with it every token of the family ends.
 */
@Singleton
class Rotation {

    static final String REUSED = "refresh_token_reused";

    private static final Logger LOG = LoggerFactory.getLogger(Rotation.class);

    private final Sessions sessions;
    private final RefreshTokenStore refreshTokens;
    private final SessionEnding ending;
    private final TokenIssue tokens;
    private final Sql sql;
    private final Clock clock;

    Rotation(
            Sessions sessions,
            RefreshTokenStore refreshTokens,
            SessionEnding ending,
            TokenIssue tokens,
            Sql sql,
            Clock clock) {
        this.sessions = sessions;
        this.refreshTokens = refreshTokens;
        this.ending = ending;
        this.tokens = tokens;
        this.sql = sql;
        this.clock = clock;
    }

    /** 401 {@code session_ended} whenever the token does not count, for whatever reason. */
    TokenPair refresh(String refreshToken) {
        byte[] hash = Tokens.sha256(refreshToken);
        Session session = refreshTokens
                .find(hash)
                .flatMap(issued -> sessions.find(issued.sessionId()))
                .orElseThrow(Rotation::refused);
        Optional<TokenPair> pair = sql.inTransaction(() -> rotate(session, hash));
        if (pair.isEmpty()) {
            ending.tell(session.sessionId());
            throw refused();
        }
        sessions.show(pair.get().session());
        return pair.get();
    }

    /** The session's row is the lock of its family: of parallel calls with one token, the second sees it spent. */
    private Optional<TokenPair> rotate(Session known, byte[] hash) {
        Session session = sessions.lock(known.sessionId()).orElseThrow(Rotation::refused);
        Issued issued = refreshTokens.find(hash).orElseThrow(Rotation::refused);
        Instant now = clock.instant();
        if (issued.spentAt() != null) {
            if (ending.end(session, REUSED)) {
                LOG.warn("spent refresh token presented again, session {} ended", session.sessionId());
            }
            return Optional.empty();
        }
        if (!session.isAliveAt(now) || !now.isBefore(issued.expiresAt())) {
            throw refused();
        }
        refreshTokens.markSpent(hash, now);
        return Optional.of(tokens.pair(sessions.prolong(session)));
    }

    private static Problem refused() {
        return Problem.of(401, "session_ended", "This session has ended. Sign in again.");
    }
}
