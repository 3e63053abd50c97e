package dev.moa.market.feed;

import dev.moa.broker.FeedCatalog;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.env.Environment;
import java.util.Locale;
import java.util.stream.Collectors;

/** Reads the settings at start, so that a bad one stops the service. */
@Factory
class FeedSetup {

    @Context
    FeedSettings settings(Environment environment) {
        return new FeedSettings(
                FeedSettings.feeds(text(environment, "moa.market.feeds")),
                FeedSettings.watch(text(environment, "moa.market.watch")),
                FeedCatalog.names().stream()
                        .collect(Collectors.toMap(name -> name, name -> addresses(environment, name))));
    }

    private static FeedCatalog.Addresses addresses(Environment environment, String name) {
        String setting = "MOA_BROKER_" + name.toUpperCase(Locale.ROOT);
        return new FeedCatalog.Addresses(
                FeedSettings.address(setting + "_WS_URL", text(environment, "moa.market." + name + ".ws-url"), "ws"),
                FeedSettings.address(
                        setting + "_REST_URL", text(environment, "moa.market." + name + ".rest-url"), "http"));
    }

    private static String text(Environment environment, String property) {
        return environment.getProperty(property, String.class).orElse("");
    }
}
