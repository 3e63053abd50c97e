package dev.moa.auth.session;

import java.time.Duration;

/** How long things count. They are part of the public interface and so no settings. */
public final class SessionTerms {

    /** An access token. */
    public static final Duration ACCESS = Duration.ofMinutes(15);
    /** A refresh token, and so a session that nobody uses. */
    public static final Duration REFRESH = Duration.ofDays(7);
    /** A session that is used every day: then the password is asked for again. */
    public static final Duration LONGEST = Duration.ofDays(30);
    /** An access token our bot gets to act for a person. */
    public static final Duration LENT = Duration.ofSeconds(60);

    private SessionTerms() {}
}
