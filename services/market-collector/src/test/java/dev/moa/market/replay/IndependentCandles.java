package dev.moa.market.replay;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;

/** Candles counted from a trade file in the plainest way there is, sharing nothing with the product. */
final class IndependentCandles {
    private IndependentCandles() {}

    /** Columns are numbers from 0. */
    record Layout(int time, int id, int price, int quantity) {}

    private record Trade(long millis, long id, BigDecimal price, BigDecimal quantity) {}

    /** Rows as the API gives them, by open time. */
    static List<List<String>> of(Path file, Layout layout, long seconds) throws IOException {
        Map<Long, List<Trade>> buckets = new TreeMap<>();
        Set<String> seen = new HashSet<>();
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            lines.readLine();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] cells = line.split(",");
                Trade trade = new Trade(
                        Long.parseLong(cells[layout.time()]),
                        Long.parseLong(cells[layout.id()]),
                        new BigDecimal(cells[layout.price()]),
                        new BigDecimal(cells[layout.quantity()]));
                if (seen.add(trade.millis() + "/" + trade.id())) {
                    long bucket = trade.millis() / 1000 / seconds * seconds;
                    buckets.computeIfAbsent(bucket, none -> new ArrayList<>()).add(trade);
                }
            }
        }
        List<List<String>> rows = new ArrayList<>();
        buckets.forEach((bucket, trades) -> rows.add(row(bucket, trades)));
        return rows;
    }

    private static List<String> row(long bucket, List<Trade> trades) {
        trades.sort(Comparator.comparingLong(Trade::millis).thenComparingLong(Trade::id));
        BigDecimal high = trades.getFirst().price();
        BigDecimal low = high;
        BigDecimal volume = BigDecimal.ZERO;
        for (Trade trade : trades) {
            high = trade.price().compareTo(high) > 0 ? trade.price() : high;
            low = trade.price().compareTo(low) < 0 ? trade.price() : low;
            volume = volume.add(trade.quantity());
        }
        return List.of(
                Instant.ofEpochSecond(bucket).toString(),
                trades.getFirst().price().toPlainString(),
                high.toPlainString(),
                low.toPlainString(),
                trades.getLast().price().toPlainString(),
                volume.toPlainString());
    }
}
