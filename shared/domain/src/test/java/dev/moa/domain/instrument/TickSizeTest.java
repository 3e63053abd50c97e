package dev.moa.domain.instrument;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.moa.domain.value.InvalidValue;
import dev.moa.domain.value.Price;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TickSizeTest {
    private static final TickSize KRX =
            VenueRules.instrument(InstrumentId.parse("KRX:005930")).tickSize();
    private static final TickSize UPBIT =
            VenueRules.instrument(InstrumentId.parse("UPBIT:KRW-BTC")).tickSize();

    /** The exchange's published table of 2023-01-25. */
    @ParameterizedTest
    @CsvSource({
        "1, 1",
        "1999, 1",
        "2000, 5",
        "4999, 5",
        "5000, 10",
        "19999, 10",
        "20000, 50",
        "49999, 50",
        "50000, 100",
        "199999, 100",
        "200000, 500",
        "499999, 500",
        "500000, 1000",
        "1000000, 1000"
    })
    void koreanSharesFollowTheExchangesTable(String price, String tick) {
        assertEquals(new BigDecimal(tick), KRX.at(Price.of(price)));
    }

    @ParameterizedTest
    @CsvSource({
        "1999, true",
        "2001, false",
        "2005, true",
        "5005, false",
        "19990, true",
        "20010, false",
        "49950, true",
        "50050, false",
        "199900, true",
        "200100, false",
        "499500, true",
        "500500, false"
    })
    void onlyMultiplesOfTheBandsTickAreAllowed(String price, boolean allowed) {
        assertEquals(allowed, KRX.allows(Price.of(price)));
    }

    /** Upbit's published table of 2025-07-31. */
    @ParameterizedTest
    @CsvSource({
        "150000000, 1000",
        "1000000, 1000",
        "999999, 500",
        "500000, 500",
        "100000, 100",
        "50000, 50",
        "10000, 10",
        "5000, 5",
        "1000, 1",
        "100, 1",
        "10, 0.1",
        "1, 0.01"
    })
    void upbitFollowsItsTable(String price, String tick) {
        assertEquals(new BigDecimal(tick), UPBIT.at(Price.of(price)));
    }

    @Test
    void roundingGoesToTheGrid() {
        assertEquals(Price.of("70000"), KRX.floor(Price.of("70099")));
        assertEquals(Price.of("70100"), KRX.ceiling(Price.of("70001")));
        assertEquals(Price.of("2000"), KRX.ceiling(Price.of("1999.5")));
        assertEquals(Price.of("61800.3"), TickSize.fixed("0.01").floor(Price.of("61800.3")));
        assertEquals(Price.of("61800.31"), TickSize.fixed("0.01").ceiling(Price.of("61800.3001")));
        assertEquals(Price.of("0.25"), TickSize.fixed("0.25").floor(Price.of("0.49")));
        assertEquals(Price.of("1"), KRX.floor(Price.of("0.4")));
    }

    @Test
    void aTableMustBeginAtZeroAndRise() {
        assertThrows(InvalidValue.class, () -> TickSize.table("1", "1"));
        assertThrows(InvalidValue.class, () -> TickSize.table("0", "1", "0", "5"));
        assertThrows(InvalidValue.class, () -> TickSize.fixed("0"));
    }
}
