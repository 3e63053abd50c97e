package dev.moa.database;

/** Stops a run; its message is one sentence for the person who started it. */
public final class MigrationFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    MigrationFailure(String sentence) {
        super(sentence);
    }

    MigrationFailure(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
