package dev.moa.crypto.password;

/** So many passwords are being hashed that the wait would be too long; nothing was computed. The caller may try again. */
public final class TooManyHashes extends RuntimeException {

    TooManyHashes() {
        super("too many passwords are being checked", null, false, false);
    }
}
