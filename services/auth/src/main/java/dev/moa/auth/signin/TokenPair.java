package dev.moa.auth.signin;

import dev.moa.auth.session.Session;

/** Fresh tokens of a session; the refresh token goes by cookie or in the body, as the session wants it. */
record TokenPair(Session session, String accessToken, String refreshToken) {

    /** Says nothing of the tokens. */
    @Override
    public String toString() {
        return "TokenPair[" + session.sessionId() + "]";
    }
}
