package dev.moa.broker.upbit;

import dev.moa.broker.FeedGap;
import dev.moa.broker.MarketFeed.Recovered;
import dev.moa.broker.MarketTrade;
import dev.moa.broker.http.VenueRest;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/** Public reads, newest trades first; ten a second are allowed. */
final class UpbitRest {
    private final VenueRest rest;
    private final UpbitSettings settings;

    UpbitRest(HttpClient http, UpbitSettings settings) {
        this.rest = new VenueRest(http, Duration.ofMillis(150));
        this.settings = settings;
    }

    boolean lists(String market) {
        return rest.get(URI.create(base() + "/market/all"), UpbitMapper::markets)
                .contains(market);
    }

    Recovered tradesWithin(FeedGap gap) {
        TreeMap<Long, MarketTrade> found = new TreeMap<>();
        boolean reached = false;
        String cursor = "";
        for (int page = 0; page < settings.pages() && !reached; page++) {
            List<UpbitMessages.Tick> ticks = get(gap, cursor);
            for (UpbitMessages.Tick tick : ticks) {
                reached |= tick.sequential_id() == gap.after().id()
                        || tick.timestamp().isBefore(gap.from());
                if (isWithin(gap, tick)) {
                    found.put(tick.sequential_id(), UpbitMapper.trade(gap.instrument(), tick));
                }
            }
            String next =
                    ticks.isEmpty() ? cursor : "&cursor=" + ticks.getLast().sequential_id();
            if (next.equals(cursor)) {
                break;
            }
            cursor = next;
        }
        List<MarketTrade> trades = found.values().stream()
                .sorted(Comparator.comparing(MarketTrade::time).thenComparing(MarketTrade::id))
                .toList();
        return new Recovered(trades, reached);
    }

    private static boolean isWithin(FeedGap gap, UpbitMessages.Tick tick) {
        return !tick.timestamp().isBefore(gap.from())
                && !tick.timestamp().isAfter(gap.to())
                && tick.sequential_id() != gap.after().id()
                && tick.sequential_id() != gap.before().id();
    }

    private List<UpbitMessages.Tick> get(FeedGap gap, String cursor) {
        URI address =
                URI.create(base() + "/trades/ticks?market=" + gap.instrument().symbol() + "&count=500" + cursor);
        return rest.get(address, UpbitMapper::ticks);
    }

    private String base() {
        String base = settings.rest().toString().replaceAll("/+$", "");
        return base.endsWith("/v1") ? base : base + "/v1";
    }
}
