package dev.moa.trading.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class CsvTest {
    private static String line(Object... cells) {
        return new String(Csv.line(Arrays.asList(cells)), StandardCharsets.UTF_8);
    }

    @Test
    void whatLooksLikeAFormulaIsText() {
        assertEquals("'=1+1,'@SUM(A1),'+7,'-cmd\r\n", line("=1+1", "@SUM(A1)", "+7", "-cmd"));
    }

    @Test
    void amountsStayNumbersAndNothingStaysEmpty() {
        assertEquals("-5.001,70000,,3\r\n", line(new BigDecimal("-5.001"), new BigDecimal("7E+4"), null, 3L));
    }

    @Test
    void separatorsAreQuoted() {
        assertEquals("\"a,b\",\"say \"\"hi\"\"\"\r\n", line("a,b", "say \"hi\""));
    }

    @Test
    void aFileIsReadPartByPart() {
        var parts = List.of("one", "two", "").iterator();
        var stream = new PartsStream(
                "head".getBytes(StandardCharsets.UTF_8), () -> parts.next().getBytes(StandardCharsets.UTF_8));
        byte[] all = new byte[20];
        int length = 0;
        for (int read = stream.read(all, 0, 3); read > 0; read = stream.read(all, length, 3)) {
            length += read;
        }
        assertEquals("headonetwo", new String(all, 0, length, StandardCharsets.UTF_8));
        assertEquals(-1, stream.read());
    }
}
