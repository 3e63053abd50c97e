package dev.moa.domain.instrument;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.moa.domain.instrument.Session.Phase;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Expected values: the exchange's session times, its notices for exam days and first trading days, the public holidays of 2024 to
 * 2027 by the law on public holidays, and its evening market since 14 September 2026. Times in the tables are Seoul's.
 */
class TradingHoursTest {
    private static Instant seoul(String time) {
        return LocalDateTime.parse(time).atZone(KrxCalendar.SEOUL).toInstant();
    }

    private static TradingHours hours(String name) {
        return VenueRules.instrument(InstrumentId.parse(name)).hours();
    }

    @ParameterizedTest
    @CsvSource({
        "KRX:005930, 2026-11-23T08:29:59, CLOSED",
        "KRX:005930, 2026-11-23T08:30:00, OPENING_AUCTION",
        "KRX:005930, 2026-11-23T09:00:00, CONTINUOUS",
        "KRX:005930, 2026-11-23T15:19:59, CONTINUOUS",
        "KRX:005930, 2026-11-23T15:20:00, CLOSING_AUCTION",
        "KRX:005930, 2026-11-23T15:30:00, CLOSED",
        "KRX:005930, 2026-11-23T15:40:00, AFTER_CLOSING_PRICE",
        "KRX:005930, 2026-11-23T16:00:00, AFTER_MARKET",
        "KRX:005930, 2026-11-23T20:00:00, CLOSED",
        "KRX:005930, 2026-09-11T17:00:00, AFTER_SINGLE_PRICE",
        "KRX:005930, 2026-09-14T17:00:00, AFTER_MARKET",
        "KRX:069500, 2026-11-23T17:00:00, CLOSED",
        "KRX:005930, 2026-11-22T10:00:00, CLOSED",
        "KRX:005930, 2026-11-19T09:30:00, OPENING_AUCTION",
        "KRX:005930, 2026-11-19T16:10:00, CONTINUOUS",
        "KRX:005930, 2026-11-19T16:25:00, CLOSING_AUCTION",
        "KRX:005930, 2026-01-02T09:45:00, OPENING_AUCTION",
        "KRX:005930, 2026-01-02T15:25:00, CLOSING_AUCTION",
        "NXT:005930, 2026-11-23T08:10:00, PRE_MARKET",
        "NXT:005930, 2026-11-23T08:55:00, CLOSED",
        "NXT:005930, 2026-11-23T09:00:29, CLOSED",
        "NXT:005930, 2026-11-23T09:00:30, CONTINUOUS",
        "NXT:005930, 2026-11-23T19:00:00, AFTER_MARKET",
        "NXT:005930, 2026-11-19T08:10:00, CLOSED",
        "NXT:005930, 2025-02-28T10:00:00, CLOSED",
        "BINANCE:BTCUSDT, 2026-11-22T04:00:00, CONTINUOUS",
    })
    void everyMomentHasItsSession(String name, String time, Phase phase) {
        assertEquals(phase, hours(name).at(seoul(time)).phase());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2025-01-01", "2025-01-27", "2025-03-03", "2025-05-01", "2025-06-03", "2025-10-08", "2025-12-25",
                "2025-12-31", "2026-02-17", "2026-05-25", "2026-06-03", "2026-07-17", "2026-08-17", "2026-09-25",
                "2026-10-05", "2026-12-31", "2027-02-09", "2027-05-13", "2027-10-11", "2027-12-27", "2027-12-31",
                "2026-11-21", "2026-11-22"
            })
    void theExchangeRestsOnHolidays(LocalDate day) {
        assertFalse(KrxCalendar.isTradingDay(day));
        assertTrue(hours("KRX:005930").sessions(day).isEmpty());
    }

    /** As the exchange counted them. */
    @Test
    void the242TradingDaysOf2025AreFound() {
        long found = LocalDate.of(2025, 1, 1)
                .datesUntil(LocalDate.of(2026, 1, 1))
                .filter(KrxCalendar::isTradingDay)
                .count();
        assertEquals(242, found);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-23T10:00, 2026-11-25",
        "2026-11-26T10:00, 2026-11-30",
        "2026-09-22T10:00, 2026-09-28", // Chuseok on the 24th and 25th, a weekend behind it
        "2026-12-29T10:00, 2027-01-04", // the year's last trading day is the 30th
        "2026-11-21T10:00, 2026-11-25", // a Saturday belongs to the Monday behind it
    })
    void tradesSettleTwoBusinessDaysLater(String time, LocalDate settled) {
        assertEquals(settled, hours("KRX:005930").settlementDate(seoul(time + ":00")));
    }

    @Test
    void cryptoSettlesAtOnceAndItsDayIsThatOfUtc() {
        TradingHours always = hours("UPBIT:KRW-BTC");
        Instant time = Instant.parse("2026-11-22T23:00:00Z");
        assertEquals(LocalDate.of(2026, 11, 22), always.settlementDate(time));
        assertEquals(Instant.parse("2026-11-23T00:00:00Z"), always.dayEnd(time));
        assertTrue(always.auctionOver(Instant.EPOCH, time).isEmpty());
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-23T08:40, 2026-11-23T15:30",
        "2026-11-23T12:00, 2026-11-23T15:30",
        "2026-11-23T15:25, 2026-11-23T15:30",
        "2026-11-23T17:00, 2026-11-23T20:00",
        "2026-11-23T21:00, 2026-11-24T15:30",
        "2026-11-21T12:00, 2026-11-23T15:30",
    })
    void anOrderForTheDayEndsWithIt(String entered, String end) {
        assertEquals(seoul(end + ":00"), hours("KRX:005930").dayEnd(seoul(entered + ":00")));
    }

    @Test
    void theNextSessionIsNamedAndOneThatIsNeverIsNotWaitedFor() {
        TradingHours krx = hours("KRX:069500");
        Session next = krx.next(seoul("2026-12-30T16:30:00"), Phase::takesOrders);
        assertEquals(Phase.OPENING_AUCTION, next.phase());
        assertEquals(seoul("2027-01-04T09:30:00"), next.begin());
        assertThrows(
                IllegalArgumentException.class,
                () -> krx.next(seoul("2026-12-30T16:30:00"), phase -> phase == Phase.AFTER_MARKET));
    }

    @Test
    void anAuctionIsOverOnceBetweenTwoPrices() {
        TradingHours krx = hours("KRX:005930");
        Instant friday = seoul("2026-11-20T15:30:01");
        Instant monday = seoul("2026-11-23T09:00:00");
        assertEquals(
                Phase.OPENING_AUCTION,
                krx.auctionOver(friday, monday).orElseThrow().phase());
        assertTrue(krx.auctionOver(monday, monday.plusSeconds(60)).isEmpty());
        assertEquals(
                Phase.CLOSING_AUCTION,
                krx.auctionOver(monday, seoul("2026-11-23T15:30:00"))
                        .orElseThrow()
                        .phase());
    }
}
