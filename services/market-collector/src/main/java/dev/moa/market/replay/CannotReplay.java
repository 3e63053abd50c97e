package dev.moa.market.replay;

/** A replay that cannot begin or cannot go on; the message is the one sentence that says why and what to do. */
final class CannotReplay extends RuntimeException {
    private static final long serialVersionUID = 1L;

    CannotReplay(String sentence) {
        super(sentence);
    }
}
