package dev.moa.platform.json;

import java.io.IOException;

/** A text is no JSON, or not of the wanted shape. The message is for logs. */
public final class UnreadableJson extends RuntimeException {

    /** @param message what is wrong with it, for the log */
    public UnreadableJson(String message) {
        super(message);
    }

    UnreadableJson(IOException cause) {
        super(cause.getMessage(), cause);
    }
}
