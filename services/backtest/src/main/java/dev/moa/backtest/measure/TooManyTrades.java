package dev.moa.backtest.measure;

/** The run trades so often that its trades cannot be kept. */
public final class TooManyTrades extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TooManyTrades() {
        super("It made more than " + RunWatch.MOST_TRADES + " trades; choose longer averages or a shorter time.");
    }
}
