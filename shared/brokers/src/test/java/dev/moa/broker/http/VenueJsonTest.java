package dev.moa.broker.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VenueJsonTest {

    @Test
    void numbersKeepEveryDigit() {
        Fields fields = fields("{\"p\":0.1,\"q\":6.314e-05,\"whole\":142009000.0}");

        assertEquals(new BigDecimal("0.1"), fields.positive("p"));
        assertEquals(new BigDecimal("0.00006314"), fields.positive("q"));
        assertEquals(0, new BigDecimal("142009000").compareTo(fields.positive("whole")));
    }

    @Test
    void aNumberThatWouldNeedAGigabyteOfDigitsIsUnreadable() {
        assertThrows(
                UnreadableMessage.class, () -> fields("{\"p\":1e999999999}").positive("p"));
        assertThrows(
                UnreadableMessage.class,
                () -> fields("{\"p\":\"1e-999999999\"}").positive("p"));
        assertThrows(
                UnreadableMessage.class,
                () -> fields("{\"p\":\"" + "9".repeat(60) + "\"}").positive("p"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"NaN", "Infinity", "-1", "0", "", " ", "1,5", "0x10", "true"})
    void whatIsNotAboveZeroIsNoPrice(String price) {
        assertThrows(
                UnreadableMessage.class,
                () -> fields("{\"p\":\"" + price + "\"}").positive("p"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-5", "99999999999999", "9223372036854775807", "1.5", "9223372036854775808"})
    void whatIsNotThisCenturyIsNoTime(String time) {
        assertThrows(
                UnreadableMessage.class, () -> fields("{\"T\":" + time + "}").millis("T"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "{", "[1,2", "{\"a\":1}{\"b\":2}", "{\"a\":1,\"a\":2}", "nonsense", "{\"a\":}", "\u0000"})
    void brokenTextIsUnreadable(String text) {
        assertThrows(UnreadableMessage.class, () -> VenueJson.read(text));
    }

    @Test
    void depthAndSizeAreLimited() {
        assertThrows(UnreadableMessage.class, () -> VenueJson.read("[".repeat(1000) + "]".repeat(1000)));
        assertThrows(UnreadableMessage.class, () -> VenueJson.read("[" + "1,".repeat(300_000) + "1]"));
        assertThrows(UnreadableMessage.class, () -> VenueJson.read("\"" + "a".repeat(100_000) + "\""));
    }

    @Test
    void anyMutilatedMessageIsReadOrUnreadableAndNothingElse() {
        Random random = new Random(7);
        byte[] message =
                "{\"stream\":\"btcusdt@trade\",\"data\":{\"e\":\"trade\",\"t\":1,\"p\":\"0.1\",\"m\":true,\"x\":[1,2]}}"
                        .getBytes(StandardCharsets.UTF_8);
        for (int round = 0; round < 20_000; round++) {
            byte[] copy = message.clone();
            for (int change = 0; change <= random.nextInt(4); change++) {
                copy[random.nextInt(copy.length)] = (byte) random.nextInt(256);
            }
            readable(new String(copy, 0, random.nextInt(copy.length + 1), StandardCharsets.UTF_8));
        }
    }

    @Test
    void shapesAreChecked() {
        assertEquals(List.of("1", "a"), VenueJson.array(VenueJson.read("[1,\"a\"]")));
        assertEquals(Map.of("a", "1"), VenueJson.object(VenueJson.read("{\"a\":1}")));
        assertThrows(UnreadableMessage.class, () -> VenueJson.object(VenueJson.read("[1]")));
        assertThrows(UnreadableMessage.class, () -> VenueJson.array(VenueJson.read("{}")));
    }

    private static boolean readable(String text) {
        try {
            VenueJson.read(text);
            return true;
        } catch (UnreadableMessage e) {
            return false;
        }
    }

    private static Fields fields(String json) {
        return new Fields(VenueJson.object(VenueJson.read(json)));
    }
}
