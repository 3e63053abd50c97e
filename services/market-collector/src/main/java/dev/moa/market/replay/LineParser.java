package dev.moa.market.replay;

import dev.moa.market.candle.GivenCandle;
import dev.moa.market.candle.Tick;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** One line of a replay file into a trade or a candle; everything about a line that is wrong is said in a few words. */
final class LineParser {
    private static final int MAX_DIGITS = 38;
    private static final int MAX_SCALE = 24;

    private final Columns columns;
    private final Ordinals ordinals = new Ordinals();
    private final List<String> cells = new ArrayList<>();

    LineParser(Columns columns) {
        this.columns = columns;
    }

    Tick trade(String line) {
        cut(line);
        Instant time = TimeText.parse(cell(columns.time()));
        BigDecimal price = positive("price", cell(columns.values()[0]));
        BigDecimal quantity = positive("quantity", cell(columns.values()[1]));
        Tick.Side side = side();
        return new Tick(time, tradeId(time), price, quantity, side);
    }

    GivenCandle candle(String line) {
        cut(line);
        Instant time = TimeText.parse(cell(columns.time()));
        BigDecimal open = positive("open", cell(columns.values()[0]));
        BigDecimal high = positive("high", cell(columns.values()[1]));
        BigDecimal low = positive("low", cell(columns.values()[2]));
        BigDecimal close = positive("close", cell(columns.values()[3]));
        BigDecimal volume = decimal("volume", cell(columns.values()[4]));
        if (volume.signum() < 0) {
            throw new UnusableLine("volume is below zero");
        }
        if (low.compareTo(open.min(close)) > 0 || high.compareTo(open.max(close)) < 0) {
            throw new UnusableLine("open or close lies outside low and high");
        }
        return new GivenCandle(time, open, high, low, close, volume);
    }

    private void cut(String line) {
        Cells.split(line, cells);
        if (cells.size() <= columns.last()) {
            throw new UnusableLine(line.isBlank() ? "empty" : "only " + cells.size() + " columns");
        }
    }

    private String cell(int column) {
        return cells.get(column).trim();
    }

    private long tradeId(Instant time) {
        if (columns.tradeId() < 0) {
            return ordinals.next(time);
        }
        String text = cell(columns.tradeId());
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new UnusableLine("trade id is not a whole number");
        }
    }

    private Tick.Side side() {
        if (columns.side() >= 0) {
            return switch (cell(columns.side()).toLowerCase(Locale.ROOT)) {
                case "buy", "b", "bid", "buyer" -> Tick.Side.BUY;
                case "sell", "s", "ask", "seller" -> Tick.Side.SELL;
                default -> null;
            };
        }
        if (columns.buyerIsMaker() >= 0) {
            return switch (cell(columns.buyerIsMaker()).toLowerCase(Locale.ROOT)) {
                case "1", "true", "t" -> Tick.Side.SELL;
                case "0", "false", "f" -> Tick.Side.BUY;
                default -> null;
            };
        }
        return null;
    }

    private static BigDecimal positive(String name, String text) {
        BigDecimal value = decimal(name, text);
        if (value.signum() <= 0) {
            throw new UnusableLine(name + " is not above zero");
        }
        return value;
    }

    private static BigDecimal decimal(String name, String text) {
        BigDecimal value;
        try {
            value = new BigDecimal(text);
        } catch (NumberFormatException e) {
            throw new UnusableLine(name + " is not a number");
        }
        // 1e999999999 is a short text and a gigabyte of digits.
        if (value.precision() > MAX_DIGITS || Math.abs((long) value.scale()) > MAX_SCALE) {
            throw new UnusableLine(name + " has too many digits");
        }
        return value.scale() < 0 ? value.setScale(0) : value;
    }
}
