package dev.moa.market.feed;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.annotation.Context;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** What can be seen of the feeds at /prometheus. */
@Context
class FeedMeters {

    FeedMeters(FeedChannels channels, LiveQueue queue, MeterRegistry registry, Clock clock) {
        Gauge.builder("moa.feed.queue", queue, LiveQueue::size).register(registry);
        for (FeedChannel channel : channels.all()) {
            String name = channel.feed().name();
            FeedStatus status = channel.status();
            Gauge.builder("moa.feed.age.seconds", status, s -> age(s.lastTradeAt(), clock))
                    .tag("feed", name)
                    .register(registry);
            Gauge.builder("moa.feed.ok", status, s -> s.state().isOk() ? 1 : 0)
                    .tag("feed", name)
                    .register(registry);
            FunctionCounter.builder("moa.feed.trades", status, FeedStatus::trades)
                    .tag("feed", name)
                    .register(registry);
            FunctionCounter.builder("moa.feed.dropped", status, FeedStatus::droppedTrades)
                    .tag("feed", name)
                    .register(registry);
            FunctionCounter.builder("moa.feed.unreadable", status, FeedStatus::unreadable)
                    .tag("feed", name)
                    .register(registry);
        }
    }

    private static double age(Instant last, Clock clock) {
        return last == null
                ? Double.NaN
                : Duration.between(last, clock.instant()).toMillis() / 1000.0;
    }
}
