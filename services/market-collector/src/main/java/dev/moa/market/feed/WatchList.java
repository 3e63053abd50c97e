package dev.moa.market.feed;

import dev.moa.broker.http.VenueAway;
import dev.moa.domain.instrument.InstrumentId;
import dev.moa.domain.value.InvalidValue;
import dev.moa.market.instrument.Instruments;
import dev.moa.platform.problem.Problem;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;

/** What is collected, and how people add to it. */
@Singleton
class WatchList {
    private static final int MOST = 100;
    private static final int GAPS_SHOWN = 20;

    private final Feeds feeds;
    private final FeedStore store;
    private final Instruments instruments;

    WatchList(Feeds feeds, FeedStore store, Instruments instruments) {
        this.feeds = feeds;
        this.store = store;
        this.instruments = instruments;
    }

    /** An instrument that is collected, and by which feed; {@code feed} is null for one no open feed carries. */
    record Watched(InstrumentId instrument, String feed) {}

    List<Watched> all() {
        return feeds.wanted().stream().map(this::watched).toList();
    }

    /** From now on collected; harmless to repeat. */
    Watched add(String name, UUID wisher) {
        InstrumentId instrument = parsed(name);
        FeedChannel channel = feeds.carrier(instrument)
                .orElseThrow(() -> Problem.refused("not_collected", "No open feed carries this instrument."));
        Set<InstrumentId> wanted = feeds.wanted();
        if (!wanted.contains(instrument)) {
            if (wanted.size() >= MOST) {
                throw Problem.refused("watch_limit", "At most " + MOST + " instruments are collected.");
            }
            requireListed(channel, instrument);
            instruments.add(instrument, "user");
            store.addWatched(instrument, wisher);
            feeds.watchWanted();
        }
        return watched(instrument);
    }

    FeedsView feeds() {
        List<Watched> all = all();
        return new FeedsView(
                feeds.channels().stream().map(channel -> view(channel, all)).toList());
    }

    private FeedsView.FeedView view(FeedChannel channel, List<Watched> all) {
        String name = channel.feed().name();
        FeedStatus status = channel.status();
        return new FeedsView.FeedView(
                name,
                channel.feed().venue(),
                status.state().state(),
                status.state().since(),
                status.state().detail(),
                all.stream()
                        .filter(watched -> name.equals(watched.feed()))
                        .map(watched -> watched.instrument().toString())
                        .toList(),
                status.lastTradeAt(),
                new FeedsView.Counts(status.trades(), status.unreadable(), status.droppedTrades()),
                store.countOpenGaps(name),
                store.openGaps(name, GAPS_SHOWN).stream()
                        .map(gap -> new FeedsView.GapView(gap.instrument(), gap.from(), gap.to(), gap.reason()))
                        .toList());
    }

    private Watched watched(InstrumentId instrument) {
        return new Watched(
                instrument,
                feeds.carrier(instrument).map(channel -> channel.feed().name()).orElse(null));
    }

    private static InstrumentId parsed(String name) {
        try {
            return InstrumentId.parse(name.trim().toUpperCase(Locale.ROOT));
        } catch (InvalidValue e) {
            throw Problem.invalid().field("instrument", "must look like VENUE:SYMBOL, for example BINANCE:BTCUSDT");
        }
    }

    private static void requireListed(FeedChannel channel, InstrumentId instrument) {
        try {
            if (!channel.feed().lists(instrument)) {
                throw Problem.of(404, "unknown_instrument", "The venue does not list this instrument.");
            }
        } catch (VenueAway away) {
            throw Problem.of(503, "venue_away", "The venue cannot be asked now whether it lists this instrument.");
        }
    }
}
