package dev.moa.domain.indicator;

import dev.moa.domain.value.InvalidValue;
import java.math.BigDecimal;

/** The last numbers with their exact sum and sum of squares; adding one costs the same however long it is. Mutable. */
final class Window {
    private final BigDecimal[] ring;
    private int seen;
    private int next;
    private BigDecimal sum = BigDecimal.ZERO;
    private BigDecimal squares = BigDecimal.ZERO;

    Window(int length) {
        if (length < 1) {
            throw new InvalidValue("length", "must be at least 1");
        }
        this.ring = new BigDecimal[length];
    }

    void add(BigDecimal number) {
        BigDecimal forgotten = ring[next];
        if (forgotten != null) {
            sum = sum.subtract(forgotten);
            squares = squares.subtract(forgotten.multiply(forgotten));
        }
        ring[next] = number;
        next = (next + 1) % ring.length;
        seen = Math.min(seen + 1, ring.length);
        sum = sum.add(number);
        squares = squares.add(number.multiply(number));
    }

    boolean isFull() {
        return seen == ring.length;
    }

    int length() {
        return ring.length;
    }

    BigDecimal sum() {
        return sum;
    }

    BigDecimal squares() {
        return squares;
    }
}
