package dev.moa.market.replay;

import dev.moa.domain.candle.Interval;
import dev.moa.market.candle.GivenCandle;
import dev.moa.market.candle.Tick;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Function;

/** One reading of a replay file from its first line to its last. Bad lines are noted and passed over. */
final class ReplayFile implements AutoCloseable {
    private final LineReader lines;
    private final LineParser parser;
    private final Columns columns;
    private final BadLines bad;
    private GivenCandle lastCandle;
    private long good;

    private ReplayFile(LineReader lines, Columns columns, BadLines bad) {
        this.lines = lines;
        this.columns = columns;
        this.parser = new LineParser(columns);
        this.bad = bad;
    }

    /** Opens it and reads the header. Throws {@link CannotReplay} when that is as far as one can get. */
    static ReplayFile open(Path path, BadLines bad) {
        LineReader lines = null;
        try {
            lines = LineReader.open(path);
            String header = lines.next();
            if (header == null) {
                throw new CannotReplay("The file is empty.");
            }
            return new ReplayFile(lines, Columns.of(header), bad);
        } catch (IOException e) {
            throw unreadable(e);
        } catch (CannotReplay e) {
            closeQuietly(lines, e);
            throw e;
        }
    }

    Columns.Kind kind() {
        return columns.kind();
    }

    /** The next good trade, or null at the end. */
    Tick nextTrade() {
        return next(parser::trade);
    }

    /** The next good candle of this interval, or null at the end. */
    GivenCandle nextCandle(Interval interval) {
        return next(line -> inOrder(parser.candle(line), interval));
    }

    /** The next good candle whatever its interval, or null at the end. */
    GivenCandle nextCandle() {
        return next(line -> inOrder(parser.candle(line), null));
    }

    long goodLines() {
        return good;
    }

    private GivenCandle inOrder(GivenCandle candle, Interval interval) {
        if (lastCandle != null && !candle.openTime().isAfter(lastCandle.openTime())) {
            throw new UnusableLine("not later than the candle before");
        }
        if (interval != null && !interval.openTime(candle.openTime()).equals(candle.openTime())) {
            throw new UnusableLine("does not begin at a whole " + interval.code());
        }
        lastCandle = candle;
        return candle;
    }

    private <T> T next(Function<String, T> read) {
        try {
            for (String line = lines.next(); line != null; line = lines.next()) {
                try {
                    if (lines.wasTooLong()) {
                        throw new UnusableLine("longer than " + LineReader.MAX_LINE + " characters");
                    }
                    T value = read.apply(line);
                    good++;
                    return value;
                } catch (UnusableLine e) {
                    note(e);
                }
            }
            return null;
        } catch (IOException e) {
            if (good == 0) {
                throw unreadable(e);
            }
            bad.add(
                    lines.number() + 1,
                    "the file breaks off here: " + e.getClass().getSimpleName());
            return null;
        }
    }

    private void note(UnusableLine line) {
        bad.add(lines.number(), line.getMessage());
        if (good == 0 && bad.count() > 100_000) {
            throw new CannotReplay("The first 100,000 lines are all bad; the first says: "
                    + bad.first().getFirst().reason() + ".");
        }
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }

    private static CannotReplay unreadable(IOException e) {
        return new CannotReplay("The file cannot be read: " + e.getClass().getSimpleName() + ".");
    }

    private static void closeQuietly(LineReader lines, CannotReplay why) {
        try {
            lines.close();
        } catch (IOException e) {
            why.addSuppressed(e);
        }
    }
}
