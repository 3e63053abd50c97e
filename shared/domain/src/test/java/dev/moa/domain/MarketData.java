package dev.moa.domain;

import dev.moa.domain.candle.Candle;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Assumptions;

/**
 * Recorded candles from the data folder beside the repository, or from the folder that MOA_DATA names. Tests that need them are skipped,
 * saying so, where there is none.
 */
public final class MarketData {
    private MarketData() {}

    /** Reads rows of time, open, high, low, close, volume after one header line. */
    public static List<Candle> candles(String file) {
        Path path = folder().resolve(file);
        Assumptions.assumeTrue(
                Files.isReadable(path), () -> "no recorded data: set MOA_DATA to a folder that holds " + file);
        try (InputStream raw = Files.newInputStream(path);
                InputStream plain = file.endsWith(".gz") ? new GZIPInputStream(raw) : raw;
                BufferedReader lines = new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8))) {
            return lines.lines().skip(1).map(MarketData::candle).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Path folder() {
        return Optional.ofNullable(System.getenv("MOA_DATA"))
                .map(Path::of)
                .orElseGet(() -> Path.of("../../../shared/data"));
    }

    private static Candle candle(String line) {
        String[] cells = line.split(",");
        return Candle.of(
                time(cells[0]),
                new BigDecimal(cells[1]),
                new BigDecimal(cells[2]),
                new BigDecimal(cells[3]),
                new BigDecimal(cells[4]),
                new BigDecimal(cells[5]));
    }

    private static Instant time(String cell) {
        if (cell.indexOf('-') < 0) {
            return Instant.ofEpochMilli(Long.parseLong(cell));
        }
        String padded = cell.length() == 10 ? cell + " 00:00:00" : cell;
        return Instant.parse(padded.substring(0, 19).replace(' ', 'T') + "Z");
    }
}
