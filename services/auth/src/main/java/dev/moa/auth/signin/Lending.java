package dev.moa.auth.signin;

import dev.moa.auth.session.Session;
import dev.moa.auth.session.Sessions;
import dev.moa.auth.user.Profiles;
import dev.moa.platform.problem.Problem;
import dev.moa.platform.sql.Sql;
import jakarta.inject.Singleton;
import java.util.UUID;

/** Short tokens for our own bot, which acts for people who have linked a chat. */
@Singleton
class Lending {

    private final Profiles profiles;
    private final Sessions sessions;
    private final TokenIssue tokens;
    private final Sql sql;

    Lending(Profiles profiles, Sessions sessions, TokenIssue tokens, Sql sql) {
        this.profiles = profiles;
        this.sessions = sessions;
        this.tokens = tokens;
        this.sql = sql;
    }

    String lend(UUID userId) {
        Session session = sql.inTransaction(
                () -> sessions.openForTelegram(profiles.find(userId).orElseThrow(Problem::notFound)));
        sessions.show(session);
        return tokens.lent(session, session.device().kind());
    }
}
