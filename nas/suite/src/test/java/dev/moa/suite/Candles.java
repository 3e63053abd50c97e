package dev.moa.suite;

import dev.moa.testkit.RecordedData;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.zip.GZIPInputStream;

/** A file of one-minute candles: the beginning of a recorded one where it is at hand, else a made one. */
final class Candles {
    private Candles() {}

    static Path file(int count) throws IOException {
        Optional<Path> recorded = RecordedData.file("crypto/btcperp_ftx_1m_202201.csv.gz");
        Path file = Files.createTempFile("moa-candles-", ".csv");
        Files.write(file, recorded.isPresent() ? head(recorded.get(), count) : made(count));
        file.toFile().setReadable(true, false);
        return file;
    }

    private static List<String> head(Path recorded, int count) throws IOException {
        try (var reader =
                new BufferedReader(new InputStreamReader(new GZIPInputStream(Files.newInputStream(recorded))))) {
            return reader.lines().limit(count + 1L).toList();
        }
    }

    private static List<String> made(int count) {
        Random random = new Random(7);
        List<String> lines = new ArrayList<>(List.of("time,open,high,low,close,volume"));
        BigDecimal price = new BigDecimal("40000.00");
        for (int i = 0; i < count; i++) {
            BigDecimal open = price;
            BigDecimal close = moved(open, random.nextGaussian() * 0.002 + Math.sin(i / 25.0) * 0.001);
            BigDecimal high = moved(open.max(close), Math.abs(random.nextGaussian()) * 0.001);
            BigDecimal low = moved(open.min(close), -Math.abs(random.nextGaussian()) * 0.001);
            lines.add("%d,%s,%s,%s,%s,1".formatted(1704067200000L + i * 60_000L, open, high, low, close));
            price = close;
        }
        return lines;
    }

    private static BigDecimal moved(BigDecimal price, double by) {
        return price.multiply(BigDecimal.valueOf(1 + by)).setScale(2, RoundingMode.HALF_EVEN);
    }
}
