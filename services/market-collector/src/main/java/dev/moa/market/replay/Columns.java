package dev.moa.market.replay;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Where in a line of a replay file everything stands, read from the header; -1 for what is not there. */
record Columns(Kind kind, int time, int[] values, int side, int buyerIsMaker, int tradeId) {
    enum Kind {
        TRADES,
        CANDLES
    }

    private static final List<String> TIMES = List.of(
            "trade_time_ms",
            "trade_time",
            "time",
            "time_ms",
            "time_us",
            "time_ns",
            "timestamp",
            "timestamp_ms",
            "ts",
            "ts_ms",
            "open_time",
            "datetime",
            "date");
    private static final List<String> PRICES = List.of("price", "trade_price");
    private static final List<String> QUANTITIES =
            List.of("quantity", "qty", "size", "amount", "trade_volume", "volume");
    private static final List<String> VOLUMES = List.of("volume", "vol");
    private static final List<String> TRADE_IDS = List.of("trade_id", "id", "tid", "sequential_id");
    private static final List<String> SIDES = List.of("side", "taker_side", "ask_bid");
    private static final List<String> MAKERS = List.of("buyer_is_maker", "is_buyer_maker");

    /** The columns of this header line. Throws {@link CannotReplay} with the sentence that says what is missing. */
    static Columns of(String header) {
        String plain = header.startsWith("\uFEFF") ? header.substring(1) : header;
        Map<String, Integer> names = names(Cells.split(plain, new ArrayList<>()));
        boolean candles = names.keySet().containsAll(List.of("open", "high", "low", "close"));
        boolean trades = first(names, PRICES) >= 0 && first(names, QUANTITIES) >= 0;
        if (!candles && !trades) {
            throw new CannotReplay(
                    "The header names neither trades (time, price, quantity) nor candles (time, open, high,"
                            + " low, close, volume), separated by commas.");
        }
        int time = time(names);
        if (candles) {
            int[] values = {
                names.get("open"), names.get("high"), names.get("low"), names.get("close"), first(names, VOLUMES)
            };
            if (values[4] < 0) {
                throw new CannotReplay("The header has no volume column.");
            }
            return new Columns(Kind.CANDLES, time, values, -1, -1, -1);
        }
        return new Columns(
                Kind.TRADES,
                time,
                new int[] {first(names, PRICES), first(names, QUANTITIES)},
                first(names, SIDES),
                first(names, MAKERS),
                first(names, TRADE_IDS));
    }

    private static Map<String, Integer> names(List<String> cells) {
        Map<String, Integer> names = new HashMap<>();
        for (int i = 0; i < cells.size(); i++) {
            names.putIfAbsent(cells.get(i).trim().toLowerCase(Locale.ROOT).replace(' ', '_'), i);
        }
        return names;
    }

    private static int time(Map<String, Integer> names) {
        int time = first(names, TIMES);
        if (time < 0 && names.getOrDefault("", -1) == 0) {
            return 0;
        }
        if (time < 0 && names.containsKey("ms_of_day")) {
            throw new CannotReplay("The column ms_of_day counts within a day without saying which; add a column time.");
        }
        if (time < 0) {
            throw new CannotReplay("The header has no column for the time (time, timestamp, ts, date and the like).");
        }
        return time;
    }

    private static int first(Map<String, Integer> names, List<String> wanted) {
        return wanted.stream()
                .filter(names::containsKey)
                .findFirst()
                .map(names::get)
                .orElse(-1);
    }

    int last() {
        int last = Math.max(time, Math.max(side, Math.max(buyerIsMaker, tradeId)));
        return Math.max(last, Arrays.stream(values).max().orElse(last));
    }
}
