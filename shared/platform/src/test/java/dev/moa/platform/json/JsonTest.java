package dev.moa.platform.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micronaut.context.ApplicationContext;
import io.micronaut.core.type.Argument;
import io.micronaut.serde.annotation.Serdeable;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class JsonTest {

    private static ApplicationContext context;
    private static Json json;

    @BeforeAll
    static void start() {
        context = ApplicationContext.builder()
                .deduceEnvironment(false)
                .properties(Map.of("MOA_INNER_SECRET", "inner-secret-of-the-tests"))
                .start();
        json = context.getBean(Json.class);
    }

    @AfterAll
    static void stop() {
        context.close();
    }

    @Test
    void namesAreSnakeCaseDecimalsAreStringsAndNullsAreLeftOut() {
        Sample sample = new Sample(
                UUID.fromString("0192f0c0-0000-7000-8000-000000000001"),
                new BigDecimal("0.00012340"),
                Instant.parse("2026-11-21T03:00:00.123456Z"),
                null,
                List.of());

        assertEquals(
                "{\"sample_id\":\"0192f0c0-0000-7000-8000-000000000001\",\"last_price\":\"0.00012340\","
                        + "\"seen_at\":\"2026-11-21T03:00:00.123456Z\",\"tags\":[]}",
                json.write(sample));
    }

    @Test
    void hugeAndTinyDecimalsAreWrittenWithoutExponent() {
        assertEquals("{\"a\":\"1000000000000\",\"b\":\"0.0000000001\"}", json.write(new Pair("1E+12", "1E-10")));
    }

    @Test
    void decimalsInMapsAndListsAreStringsToo() {
        assertEquals("{\"x\":[\"1.50\"]}", json.write(Map.of("x", List.of(new BigDecimal("1.50")))));
    }

    @Test
    void decimalsAreReadFromStringsAndNumbersDigitByDigit() {
        Sample sample = json.read("{\"last_price\":0.1000000000000000055511151231257827}", Sample.class);
        assertEquals(new BigDecimal("0.1000000000000000055511151231257827"), sample.lastPrice());
        assertEquals(
                new BigDecimal("70000"),
                json.read("{\"last_price\":\"70000\"}", Sample.class).lastPrice());
        assertEquals(
                new BigDecimal("70000"),
                json.read("{\"last_price\":7e4}", Sample.class).lastPrice());
        assertEquals(
                new BigDecimal("12345678901234567890"),
                json.read("{\"last_price\":12345678901234567890}", Sample.class).lastPrice());
    }

    @Test
    void decimalsInMapsAreReadFromStringsAndNumbersToo() {
        var numbers = json.read("{\"a\":\"12\",\"b\":26}", Argument.mapOf(String.class, BigDecimal.class));
        assertEquals(Map.of("a", new BigDecimal("12"), "b", new BigDecimal("26")), numbers);
    }

    @Test
    void decimalsSurviveATreeDigitByDigit() {
        var tree = json.tree(Map.of("last_price", new BigDecimal("123456789012345678.123456789")));
        assertEquals(
                new BigDecimal("123456789012345678.123456789"),
                json.read(tree, Sample.class).lastPrice());
    }

    @Test
    void numbersNobodyCanMeanAreRefused() {
        for (String bad : List.of(
                "\"NaN\"",
                "\"Infinity\"",
                "\"1e400\"",
                "1e400",
                "1e999999999",
                "-1e999999999",
                "\"0x10\"",
                "\"\"",
                "\" 1\"",
                "\"1,5\"",
                "\"" + "9".repeat(41) + "\"",
                "9".repeat(41),
                "true",
                "{}",
                "\"١\"")) {
            assertThrows(UnreadableJson.class, () -> json.read("{\"last_price\":" + bad + "}", Sample.class), bad);
        }
    }

    @Test
    void unknownMembersAreIgnoredAndNullIsNull() {
        Sample sample = json.read("{\"what\":{\"ever\":[1]},\"last_price\":null,\"note\":null}", Sample.class);
        assertNull(sample.lastPrice());
        assertNull(sample.note());
    }

    @Test
    void brokenTextsAreUnreadable() {
        for (String bad :
                List.of("", "{", "[]", "nope", "{\"sample_id\":\"no-uuid\"}", "{\"seen_at\":\"yesterday\"}", "null")) {
            assertThrows(UnreadableJson.class, () -> json.read(bad, Sample.class), bad);
        }
    }

    @Test
    void refusalOfADecimalSaysWhatIsWanted() {
        UnreadableJson refused =
                assertThrows(UnreadableJson.class, () -> json.read("{\"last_price\":\"NaN\"}", Sample.class));
        assertTrue(refused.getMessage().contains("decimal number of at most 40 digits"), refused.getMessage());
    }

    @Serdeable
    record Sample(UUID sampleId, BigDecimal lastPrice, Instant seenAt, String note, List<String> tags) {}

    @Serdeable
    record Pair(BigDecimal a, BigDecimal b) {
        Pair(String a, String b) {
            this(new BigDecimal(a), new BigDecimal(b));
        }
    }
}
