package dev.moa.domain.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ValuesTest {
    @Test
    void equalNumbersAreEqualAndPrintPlain() {
        assertEquals(Price.of("70000"), Price.of("70000.00"));
        assertEquals("70000", Price.of("7E+4").toString());
        assertEquals("0.00012345", Quantity.of("0.000123450").toString());
        assertEquals(Money.of("-0.10", "USDT"), Money.of("-0.1", "USDT"));
        assertEquals(Quantity.ZERO, Quantity.of("0.000"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "abc",
                "NaN",
                "1,5",
                "0x10",
                "1e999999999",
                "1e-999999999",
                "1e99999999999",
                "1111111111111111111111111"
            })
    void whatIsNoSaneNumberIsRefused(String text) {
        assertEquals(
                "price", assertThrows(InvalidValue.class, () -> Price.of(text)).field());
    }

    @Test
    void signsAreWatched() {
        assertThrows(InvalidValue.class, () -> Price.of("0"));
        assertThrows(InvalidValue.class, () -> Price.of("-1"));
        assertThrows(InvalidValue.class, () -> Quantity.of("-1"));
        assertThrows(InvalidValue.class, () -> Quantity.of("1").minus(Quantity.of("2")));
    }

    @Test
    void currenciesAreNeverMixed() {
        assertThrows(InvalidValue.class, () -> Money.of("1", "KRW").plus(Money.of("1", "USDT")));
        assertThrows(InvalidValue.class, () -> Currency.of("usdt"));
        assertThrows(InvalidValue.class, () -> Currency.of(null));
    }

    @Test
    void percentsAreExact() {
        assertEquals(Price.of("98.3332"), Price.of("100.34").moved(new BigDecimal("-2")));
        assertEquals(0, new BigDecimal("0.0123").compareTo(Percent.of("0.1").of(new BigDecimal("12.3"))));
    }

    @Property(tries = 500)
    void roundingToAStepStaysWithinOneStepAndOnTheGrid(
            @ForAll @BigRange(min = "-1000", max = "1000") @Scale(6) BigDecimal number,
            @ForAll @BigRange(min = "0.0001", max = "10") @Scale(4) BigDecimal step) {
        BigDecimal floor = Decimals.floor(number, step);
        BigDecimal ceiling = Decimals.ceiling(number, step);
        assertEquals(true, Decimals.isMultiple(floor, step) && Decimals.isMultiple(ceiling, step));
        assertEquals(
                true, floor.compareTo(number) <= 0 && number.subtract(floor).compareTo(step) < 0);
        assertEquals(
                true, ceiling.compareTo(number) >= 0 && ceiling.subtract(number).compareTo(step) < 0);
    }

    @Test
    void derivedIdsDependOnContentAndSortByTime() {
        Instant early = Instant.parse("2024-01-01T00:00:00Z");
        UUID id = Derived.uuid(early, "a");
        assertEquals(id, Derived.uuid(early, "a"));
        assertNotEquals(id, Derived.uuid(early, "b"));
        assertEquals(7, id.version());
        assertEquals(2, id.variant());
        assertEquals(
                -1,
                id.toString().compareTo(Derived.uuid(early.plusSeconds(1), "a").toString()) < 0 ? -1 : 1);
    }

    @Test
    void idsRefuseWhatIsNone() {
        assertEquals(
                "order_id",
                assertThrows(InvalidValue.class, () -> OrderId.of("x")).field());
        assertEquals(
                "account_id",
                assertThrows(InvalidValue.class, () -> AccountId.of(null)).field());
        assertThrows(InvalidValue.class, () -> new FillId(" "));
    }
}
