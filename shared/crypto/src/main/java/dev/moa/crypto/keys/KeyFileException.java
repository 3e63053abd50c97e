package dev.moa.crypto.keys;

/** A key file that cannot be read, written or believed; the message is one sentence that says which and why. */
public final class KeyFileException extends RuntimeException {

    KeyFileException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
