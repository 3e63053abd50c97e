package dev.moa.notification.push;

import java.util.Locale;

/** Why a connection is closed, told as a last error event and as the close code. */
enum SocketClose {
    UNAUTHENTICATED(4401, "The access token does not count."),
    TOKEN_EXPIRED(4401, "The access token has expired. Connect again with a new one, then resume."),
    SESSION_ENDED(4401, "Your session has ended."),
    OTHER_PERSON(4403, "A connection belongs to one person."),
    AUTHENTICATION_LATE(4408, "Send authenticate within 5 seconds."),
    TOO_MANY(4429, "You have too many connections open."),
    TOO_MUCH(1008, "Too many messages, or too many that make no sense."),
    AWAY(1013, "A part of the system does not answer right now. Try again in a moment.");

    private final int number;
    private final String detail;

    SocketClose(int number, String detail) {
        this.number = number;
        this.detail = detail;
    }

    int number() {
        return number;
    }

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    String detail() {
        return detail;
    }
}
