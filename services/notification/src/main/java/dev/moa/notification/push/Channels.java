package dev.moa.notification.push;

import dev.moa.notification.price.InstrumentName;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What a connection has subscribed to. Immutable, so that any thread may look. */
record Channels(Set<String> people, Set<String> instruments) {
    static final Channels NONE = new Channels(Set.of(), Set.of());
    /** All instruments there are. */
    static final String EVERY_INSTRUMENT = "*";

    static final int MOST_INSTRUMENTS = 200;

    private static final String MARKET = "market:";
    private static final String INBOX = "notifications";
    static final Set<String> PRIVATE = Set.of("orders", "positions", "portfolio", "ai_signals", "backtests", INBOX);

    Channels {
        people = Set.copyOf(people);
        instruments = Set.copyOf(instruments);
    }

    static boolean isKnown(String channel) {
        return PRIVATE.contains(channel) || isMarket(channel);
    }

    private static boolean isMarket(String channel) {
        return channel.startsWith(MARKET)
                && (isEvery(channel)
                        || InstrumentName.of(channel.substring(MARKET.length())).isPresent());
    }

    private static boolean isEvery(String channel) {
        return channel.equals(MARKET + EVERY_INSTRUMENT);
    }

    Channels with(Collection<String> channels) {
        return changed(channels, true);
    }

    Channels without(Collection<String> channels) {
        return changed(channels, false);
    }

    private Channels changed(Collection<String> channels, boolean add) {
        Set<String> newPeople = new LinkedHashSet<>(people);
        Set<String> newInstruments = new LinkedHashSet<>(instruments);
        for (String channel : channels) {
            boolean market = channel.startsWith(MARKET);
            Set<String> set = market ? newInstruments : newPeople;
            String name = market ? channel.substring(MARKET.length()) : channel;
            if (add) {
                set.add(name);
            } else {
                set.remove(name);
            }
        }
        return new Channels(newPeople, newInstruments);
    }

    boolean hasPrivate() {
        return !people.isEmpty();
    }

    /** The inbox belongs to everybody who listens to anything of their own. */
    boolean wants(String channel) {
        return people.contains(channel) || (channel.equals(INBOX) && hasPrivate());
    }

    boolean isTooMany() {
        return instruments.size() > MOST_INSTRUMENTS;
    }

    List<String> names() {
        return Stream.concat(people.stream(), instruments.stream().map(MARKET::concat))
                .sorted()
                .toList();
    }
}
