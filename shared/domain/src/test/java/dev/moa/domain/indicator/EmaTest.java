package dev.moa.domain.indicator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.moa.domain.value.InvalidValue;
import dev.moa.domain.value.Price;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.junit.jupiter.api.Test;

class EmaTest {
    /** First closes of GOOG in August 2004. */
    private static final List<String> CLOSES = List.of(
            "100.34", "108.31", "109.4", "104.87", "106", "107.91", "106.15", "102.01", "102.37", "100.25", "101.51",
            "100.01");

    /** Expected values: the defining recursion in exact fractions (Python's fractions module), written apart from this code. */
    @Test
    void agreesWithExactFractions() {
        assertEquals("106.8625000000", after(3, 3));
        assertEquals("106.9215625000", after(3, 6));
        assertEquals("100.8289306641", after(3, 12));
        assertEquals("101.7890909091", after(10, 2));
        assertEquals("103.3439458095", after(10, 10));
        assertEquals("102.4649554592", after(10, 12));
    }

    @Test
    void isReadyAfterAsManyPricesAsItIsLong() {
        Ema ema = new Ema(3);
        ema.add(Price.of("1"));
        ema.add(Price.of("1"));
        assertFalse(ema.isReady());
        ema.add(Price.of("1"));
        assertTrue(ema.isReady());
    }

    @Test
    void aFlatPriceIsItsOwnAverageExactly() {
        Ema ema = new Ema(26);
        for (int i = 0; i < 1000; i++) {
            ema.add(Price.of("0.00001234"));
        }
        assertEquals(0, new BigDecimal("0.00001234").compareTo(ema.value()));
    }

    @Test
    void aLengthBelowOneIsRefused() {
        assertThrows(InvalidValue.class, () -> new Ema(0));
    }

    private static String after(int length, int closes) {
        Ema ema = new Ema(length);
        CLOSES.subList(0, closes).forEach(close -> ema.add(Price.of(close)));
        return ema.value().setScale(10, RoundingMode.HALF_EVEN).toPlainString();
    }
}
