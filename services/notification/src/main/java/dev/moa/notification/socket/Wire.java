package dev.moa.notification.socket;

import java.util.concurrent.CompletionStage;

/** The sending side of one socket. */
public interface Wire {

    /** Sends a text frame; completes when the operating system has taken it, so a slow reader completes late. */
    CompletionStage<?> send(String text);

    void ping();

    /** Says goodbye with a code and a word, then closes. */
    void close(int code, String reason);

    /** Closes without another word, also when the reader takes nothing any more. */
    void cut();
}
