package dev.moa.auth.signin;

import dev.moa.auth.limit.LoginLimit;
import dev.moa.auth.session.Session.Device;
import dev.moa.auth.session.Sessions;
import dev.moa.auth.user.Account;
import dev.moa.auth.user.Credentials;
import dev.moa.platform.problem.Problem;
import dev.moa.platform.sql.Sql;
import jakarta.inject.Singleton;

/** From a name and a password to a session. */
@Singleton
class SignIn {

    private final Credentials credentials;
    private final LoginLimit limit;
    private final Sessions sessions;
    private final TokenIssue tokens;
    private final Sql sql;

    SignIn(Credentials credentials, LoginLimit limit, Sessions sessions, TokenIssue tokens, Sql sql) {
        this.credentials = credentials;
        this.limit = limit;
        this.sessions = sessions;
        this.tokens = tokens;
        this.sql = sql;
    }

    /** 401 {@code invalid_credentials} for a wrong name as for a wrong password; 429 after too many tries. */
    TokenPair signIn(String login, String password, Device device) {
        LoginLimit.Try attempt = limit.begin(Credentials.key(login), device.address());
        Account account = credentials.check(login, password).orElse(null);
        if (account == null) {
            limit.failed(attempt);
            throw Problem.of(401, "invalid_credentials", "The name or the password is wrong.");
        }
        limit.succeeded(attempt);
        TokenPair pair = sql.inTransaction(() -> tokens.pair(sessions.open(account, device)));
        sessions.show(pair.session());
        return pair;
    }
}
