package dev.moa.market.feed;

import dev.moa.broker.FeedCatalog;
import dev.moa.domain.instrument.InstrumentId;
import dev.moa.domain.value.InvalidValue;
import dev.moa.platform.settings.BadSetting;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which feeds are open and what they collect from the start.
 *
 * @param feeds names of MOA_FEEDS, empty for {@code none}
 * @param watch MOA_WATCH
 * @param addresses where feeds are reached instead of at their own addresses
 */
record FeedSettings(List<String> feeds, Set<InstrumentId> watch, Map<String, FeedCatalog.Addresses> addresses) {

    static List<String> feeds(String text) {
        List<String> names = parts(text);
        if (names.equals(List.of("none"))) {
            return List.of();
        }
        for (String name : names) {
            if (!FeedCatalog.names().contains(name)) {
                throw new BadSetting("MOA_FEEDS names " + name + ", but there are only "
                        + String.join(", ", FeedCatalog.names()) + " and none.");
            }
        }
        return names;
    }

    static Set<InstrumentId> watch(String text) {
        Set<InstrumentId> instruments = new TreeSet<>();
        for (String name : parts(text)) {
            try {
                instruments.add(InstrumentId.parse(name));
            } catch (InvalidValue e) {
                throw new BadSetting("MOA_WATCH has " + name + ", which is not of the form VENUE:SYMBOL.");
            }
        }
        return instruments;
    }

    static Optional<URI> address(String setting, String text, String scheme) {
        if (text.isBlank()) {
            return Optional.empty();
        }
        try {
            URI uri = URI.create(text.trim());
            if (uri.getHost() != null
                    && (uri.getScheme().equals(scheme) || uri.getScheme().equals(scheme + "s"))) {
                return Optional.of(uri);
            }
        } catch (IllegalArgumentException e) {
            throw new BadSetting(setting + " is not an address.");
        }
        throw new BadSetting(setting + " must begin with " + scheme + ":// or " + scheme + "s://.");
    }

    private static List<String> parts(String text) {
        return Arrays.stream(text.split(","))
                .map(String::trim)
                .filter(part -> !part.isEmpty())
                .distinct()
                .toList();
    }
}
