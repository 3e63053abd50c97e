package dev.moa.market.replay;

import java.util.ArrayList;
import java.util.List;

/** Lines that could not be used: all counted, the first ten kept with their numbers. */
final class BadLines {
    private static final int SHOWN = 10;

    private final List<BadLine> first = new ArrayList<>();
    private long count;

    /** {@code line} counts from 1, the header is line 1. */
    record BadLine(long line, String reason) {}

    synchronized void add(long line, String reason) {
        count++;
        if (first.size() < SHOWN) {
            first.add(new BadLine(line, reason));
        }
    }

    synchronized long count() {
        return count;
    }

    synchronized List<BadLine> first() {
        return List.copyOf(first);
    }
}
