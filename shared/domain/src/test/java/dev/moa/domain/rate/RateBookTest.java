package dev.moa.domain.rate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.moa.domain.value.Currency;
import dev.moa.domain.value.InvalidValue;
import dev.moa.domain.value.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RateBookTest {
    private static final LocalDate MONDAY = LocalDate.parse("2026-03-02");
    private static final RateBook BOOK = new RateBook(List.of(
            rate("USDT", "KRW", MONDAY, "1400"),
            rate("USDT", "KRW", MONDAY.plusDays(1), "1410"),
            rate("BTC", "USDT", MONDAY, "50000")));

    @Test
    void aDayTakesTheLatestRateOfTheWeekBefore() {
        assertEquals(Optional.of(new BigDecimal("1400")), convert("1", "USDT", "KRW", MONDAY));
        assertEquals(Optional.of(new BigDecimal("1410")), convert("1", "USDT", "KRW", MONDAY.plusDays(8)));
        assertEquals(Optional.empty(), convert("1", "USDT", "KRW", MONDAY.plusDays(9)));
        assertEquals(Optional.empty(), convert("1", "USDT", "KRW", MONDAY.minusDays(1)));
    }

    @Test
    void aPairIsAlsoReadTheOtherWayRoundAndOverAThirdCurrency() {
        assertEquals(Optional.of(new BigDecimal("2")), convert("2800", "KRW", "USDT", MONDAY));
        assertEquals(Optional.of(new BigDecimal("70000000")), convert("1", "BTC", "KRW", MONDAY));
    }

    @Test
    void whatIsMissingIsNotGuessedButZeroNeedsNoRate() {
        assertTrue(convert("1", "USD", "KRW", MONDAY).isEmpty(), "USD is not USDT");
        assertEquals(Optional.of(BigDecimal.ZERO), convert("0", "USD", "KRW", MONDAY));
        assertEquals(Optional.of(new BigDecimal("7")), convert("7", "KRW", "KRW", MONDAY));
    }

    @Test
    void aRateIsAboveZeroAndBetweenTwoCurrencies() {
        assertThrows(InvalidValue.class, () -> rate("USD", "KRW", MONDAY, "0"));
        assertThrows(InvalidValue.class, () -> rate("KRW", "KRW", MONDAY, "1"));
    }

    private static Optional<BigDecimal> convert(String amount, String from, String to, LocalDate day) {
        return BOOK.convert(Money.of(amount, from), Currency.of(to), day);
    }

    private static Rate rate(String base, String quote, LocalDate day, String rate) {
        return new Rate(Currency.of(base), Currency.of(quote), day, new BigDecimal(rate));
    }
}
