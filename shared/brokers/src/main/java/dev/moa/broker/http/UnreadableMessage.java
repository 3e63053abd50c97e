package dev.moa.broker.http;

/** A message that is not what the venue documents. It is counted and dropped; nothing is guessed from it. */
public final class UnreadableMessage extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UnreadableMessage(String reason) {
        super(reason, null, false, false);
    }
}
