package dev.moa.market.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.moa.domain.candle.Interval;
import dev.moa.market.candle.GivenCandle;
import dev.moa.market.candle.Tick;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplayFileTest {
    @TempDir
    private Path folder;

    private final BadLines bad = new BadLines();

    @Test
    void goodLinesAreReadAndBadOnesCountedWithTheirNumbers() throws IOException {
        List<Tick> trades = trades("""
                time,price,quantity,side,trade_id
                1723161256322,61800.30,0.006,buy,1
                1723161256322,-5,0.006,buy,2

                1723161256323,61800.40,0.1,sell,3
                nonsense
                1723161256324,1e999999999,0.1,sell,4
                1723161256325,61800.50,NaN,sell,5
                1723161256326,"61800.60","0.2",,6
                1723161256327,61800.60,0,,7
                """);

        assertEquals(List.of(1L, 3L, 6L), trades.stream().map(Tick::tradeId).toList());
        assertEquals(new BigDecimal("61800.30"), trades.getFirst().price());
        assertEquals(Tick.Side.BUY, trades.getFirst().side());
        assertNull(trades.getLast().side());
        assertEquals(6, bad.count());
        assertEquals(
                List.of(3L, 4L, 6L, 7L, 8L, 10L),
                bad.first().stream().map(BadLines.BadLine::line).toList());
        assertEquals("price is not above zero", bad.first().getFirst().reason());
    }

    @Test
    void theTakersSideFollowsFromTheMaker() throws IOException {
        List<Tick> trades = trades("""
                ts,price,qty,buyer_is_maker
                1723161256322,1,1,1
                1723161256323,1,1,false
                """);

        assertEquals(
                List.of(Tick.Side.SELL, Tick.Side.BUY),
                trades.stream().map(Tick::side).toList());
    }

    @Test
    void tradesWithoutIdsGetTheSameOnesEveryTime() throws IOException {
        String file = """
                time,price,quantity
                1723161256322,1,1
                1723161256322,1,1
                1723161256323,1,1
                1723161256322,2,1
                """;

        assertEquals(
                List.of(1L, 2L, 1L, 3L),
                trades(file).stream().map(Tick::tradeId).toList());
        assertEquals(trades(file), trades(file));
    }

    @Test
    void gzipIsToldByItsContentNotItsName() throws IOException {
        Path path = Files.write(folder.resolve("plain.csv"), gzipped("time,price,quantity\n1723161256322,1,1\n"));

        assertEquals(1, read(path).size());
    }

    @Test
    void aGzipBombCostsTimeAndNoMemory() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write("time,price,quantity\n1723161256322,1,1\n".getBytes(StandardCharsets.UTF_8));
            byte[] zeros = new byte[1024 * 1024];
            for (int i = 0; i < 300; i++) {
                gzip.write(zeros);
            }
            gzip.write("\n1723161256323,1,1\n".getBytes(StandardCharsets.UTF_8));
        }
        Path path = Files.write(folder.resolve("bomb.csv.gz"), bytes.toByteArray());

        assertEquals(2, read(path).size());
        assertEquals(1, bad.count());
        assertTrue(bad.first().getFirst().reason().startsWith("longer than"));
    }

    @Test
    void aFileThatBreaksOffKeepsWhatWasGood() throws IOException {
        StringBuilder lines = new StringBuilder("time,price,quantity\n");
        Random random = new Random(5);
        for (int i = 0; i < 50_000; i++) {
            lines.append(1_723_161_256_322L + i)
                    .append(',')
                    .append(random.nextInt(1, 90_000))
                    .append(",1\n");
        }
        byte[] whole = gzipped(lines.toString());
        Path path = Files.write(folder.resolve("cut.csv.gz"), Arrays.copyOf(whole, whole.length / 2));

        assertTrue(read(path).size() > 10_000);
        assertTrue(bad.first().getLast().reason().startsWith("the file breaks off"));
    }

    @Test
    void candlesKeepTheirOrderAndTheirBoundaries() throws IOException {
        Path path = write("""
                time,open,high,low,close,volume
                2024-01-01 00:00:00,1,2,0.5,1.5,10
                2024-01-01 00:01:00,1,2,0.5,1.5,0
                2024-01-01 00:01:00,1,2,0.5,1.5,10
                2024-01-01 00:00:00,1,2,0.5,1.5,10
                2024-01-01 00:02:30,1,2,0.5,1.5,10
                2024-01-01 00:03:00,3,2,0.5,1.5,10
                2024-01-01 00:04:00,1,2,0.5,1.5,-1
                2024-01-01 00:05:00,1,2,0.5,1.5,7
                """);
        List<Instant> times = new ArrayList<>();
        try (ReplayFile file = ReplayFile.open(path, bad)) {
            for (GivenCandle candle = file.nextCandle(Interval.M1);
                    candle != null;
                    candle = file.nextCandle(Interval.M1)) {
                times.add(candle.openTime());
            }
        }

        assertEquals(3, times.size());
        assertEquals(Instant.parse("2024-01-01T00:05:00Z"), times.getLast());
        assertEquals(5, bad.count());
    }

    @Test
    void theIntervalIsTheSmallestStep() throws IOException {
        assertEquals(
                Interval.H1, CandleStep.of(write(candles("2024-01-01 00:00", "2024-01-01 05:00", "2024-01-01 06:00"))));
        assertEquals(Interval.D1, CandleStep.of(write(candles("2024-01-05", "2024-01-08", "2024-01-09"))));
        assertThrows(CannotReplay.class, () -> CandleStep.of(write(candles("2024-01-31", "2024-02-29"))));
        assertThrows(CannotReplay.class, () -> CandleStep.of(write(candles("2024-01-31"))));
        assertThrows(CannotReplay.class, () -> CandleStep.of(write(candles("2024-01-03", "2024-01-02", "2024-01-01"))));
        assertThrows(CannotReplay.class, () -> CandleStep.of(write("time,open,high,low,close,volume\n")));
    }

    @Test
    void aHundredThousandBadLinesAreEnough() throws IOException {
        Path path = write("time,price,quantity\n" + "x\n".repeat(150_000));

        assertThrows(CannotReplay.class, () -> read(path));
    }

    @Test
    void anyMutilationIsBadLinesAndNothingWorse() throws IOException {
        byte[] good = ("time,price,quantity,side,trade_id\n"
                        + "1723161256322,61800.30,0.006,buy,1\n".repeat(20)
                        + "2024-08-09T00:00:00Z,\"61800.30\",0.006,sell,2\n".repeat(20))
                .getBytes(StandardCharsets.UTF_8);
        Random random = new Random(11);
        Set<String> outcomes = new HashSet<>();
        for (int round = 0; round < 2_000; round++) {
            byte[] copy = good.clone();
            for (int change = 0; change < 1 + random.nextInt(30); change++) {
                copy[random.nextInt(copy.length)] = (byte) random.nextInt(256);
            }
            Path path = Files.write(folder.resolve("mutilated.csv"), copy);
            try {
                outcomes.add(read(path).isEmpty() ? "nothing" : "some");
            } catch (CannotReplay refusal) {
                outcomes.add("refused");
            }
        }

        assertTrue(outcomes.containsAll(Set.of("some", "refused")), outcomes.toString());
    }

    private static String candles(String... times) {
        StringBuilder text = new StringBuilder("date,open,high,low,close,volume\n");
        for (String time : times) {
            text.append(time).append(",1,1,1,1,1\n");
        }
        return text.toString();
    }

    private List<Tick> trades(String content) throws IOException {
        return read(write(content));
    }

    private Path write(String content) throws IOException {
        return Files.writeString(folder.resolve("file.csv"), content);
    }

    private List<Tick> read(Path path) throws IOException {
        List<Tick> trades = new ArrayList<>();
        try (ReplayFile file = ReplayFile.open(path, bad)) {
            for (Tick trade = file.nextTrade(); trade != null; trade = file.nextTrade()) {
                trades.add(trade);
            }
        }
        return trades;
    }

    private static byte[] gzipped(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }
}
