package dev.moa.broker.binance;

import dev.moa.broker.FeedGap;
import dev.moa.broker.MarketFeed.Recovered;
import dev.moa.broker.MarketTrade;
import dev.moa.broker.http.VenueRest;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.TreeMap;

/** Public reads: recent trades, and older ones by id. Both cost weight 25 of 6,000 a minute. */
final class BinanceRest {
    private static final int PAGE = 1000;

    private final VenueRest rest;
    private final BinanceSettings settings;

    BinanceRest(HttpClient http, BinanceSettings settings) {
        this.rest = new VenueRest(http, Duration.ofMillis(300));
        this.settings = settings;
    }

    boolean lists(String symbol) {
        URI address = URI.create(base() + "/api/v3/exchangeInfo?symbol=" + symbol);
        return rest.find(address, BinanceMapper::symbols).orElse(List.of()).contains(symbol);
    }

    Recovered tradesWithin(FeedGap gap) {
        long first = gap.after().id() + 1;
        long last = gap.before().id() - 1;
        if (last < first || last - first >= settings.recoverable()) {
            return new Recovered(List.of(), last < first);
        }
        TreeMap<Long, MarketTrade> found = new TreeMap<>();
        keep(gap, get("trades", gap, ""), found);
        long next = first;
        while (found.size() < last - first + 1) {
            List<BinanceMessages.OldTrade> page = get("historicalTrades", gap, "&fromId=" + next);
            keep(gap, page, found);
            long reached = page.isEmpty() ? next : page.getLast().id() + 1;
            if (reached <= next || reached > last) {
                break;
            }
            next = reached;
        }
        return new Recovered(List.copyOf(found.values()), found.size() == last - first + 1);
    }

    private static void keep(FeedGap gap, List<BinanceMessages.OldTrade> trades, TreeMap<Long, MarketTrade> found) {
        for (BinanceMessages.OldTrade trade : trades) {
            if (trade.id() > gap.after().id() && trade.id() < gap.before().id()) {
                found.put(trade.id(), BinanceMapper.trade(gap.instrument(), trade));
            }
        }
    }

    private List<BinanceMessages.OldTrade> get(String what, FeedGap gap, String more) {
        URI address = URI.create(
                base() + "/api/v3/" + what + "?symbol=" + gap.instrument().symbol() + "&limit=" + PAGE + more);
        return rest.get(address, BinanceMapper::oldTrades);
    }

    private String base() {
        return settings.rest().toString().replaceAll("/+$", "");
    }
}
