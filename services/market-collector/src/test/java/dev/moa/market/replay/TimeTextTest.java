package dev.moa.market.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeTextTest {
    @ParameterizedTest
    @CsvSource({
        "1723161256322, 2024-08-08T23:54:16.322Z",
        "1723161256, 2024-08-08T23:54:16Z",
        "1723161256322123, 2024-08-08T23:54:16.322123Z",
        "1723161256322123456, 2024-08-08T23:54:16.322123Z",
        "2004-08-19, 2004-08-19T00:00:00Z",
        "2004/08/19, 2004-08-19T00:00:00Z",
        "20131008, 2013-10-08T00:00:00Z",
        "1985-01-04, 1985-01-04T00:00:00Z",
        "2017-04-19 09:00:00, 2017-04-19T09:00:00Z",
        "2021-12-31 23:01:00.000000, 2021-12-31T23:01:00Z",
        "2021-12-31T23:01:00, 2021-12-31T23:01:00Z",
        "2021-12-31T23:01, 2021-12-31T23:01:00Z",
        "2021-12-31T23:01:00.5Z, 2021-12-31T23:01:00.500Z",
        "2021-12-31 23:01:00+00:00, 2021-12-31T23:01:00Z",
        "2022-01-01T08:01:00+0900, 2021-12-31T23:01:00Z",
        "2022-01-01 08:01:00 +09, 2021-12-31T23:01:00Z",
        "-473385600000, 1955-01-01T00:00:00Z"
    })
    void understandsWhatPeopleWrite(String text, Instant time) {
        assertEquals(time, TimeText.parse(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-",
                "yesterday",
                "2004-13-01",
                "2004-02-30",
                "99999999999999999999",
                "1e12",
                "NaN",
                "12:00",
                "2004-08-19T25:00:00",
                "9223372036854775807",
                "1899-12-31",
                "2004-08-19 09:00:00+",
                "２０２４-０１-０１"
            })
    void everythingElseIsABadLine(String text) {
        assertThrows(UnusableLine.class, () -> TimeText.parse(text));
    }

    @Test
    void aLongTextIsNotRepeatedWhole() {
        UnusableLine line = assertThrows(UnusableLine.class, () -> TimeText.parse("x".repeat(5000)));

        assertEquals(53, line.getMessage().length());
    }
}
