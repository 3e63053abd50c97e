package dev.moa.trading.risk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeaksTest {
    /** Peak, equity before, equity after, peak after. */
    @ParameterizedTest
    @CsvSource({
        "100, 100, 40, 40",
        "100, 80, 40, 50",
        "100, 80, 160, 200",
        "100, 100, 250, 250",
        "100, 100, 0, 0",
        "100, 0, 50, 150",
        "100, -20, 30, 150",
    })
    void aFlowKeepsTheShareThatWasLost(String peak, String before, String after, String moved) {
        assertEquals(
                0,
                new BigDecimal(moved)
                        .compareTo(Peaks.moved(new BigDecimal(peak), new BigDecimal(before), new BigDecimal(after))));
    }
}
