package dev.moa.platform.outbox;

/** A message this consumer has no use for and never will: no repetition helps. */
final class NotUnderstood extends RuntimeException {

    NotUnderstood(String message, Throwable cause) {
        super(message, cause);
    }
}
