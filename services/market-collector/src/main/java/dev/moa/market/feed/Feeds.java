package dev.moa.market.feed;

import dev.moa.domain.instrument.InstrumentId;
import dev.moa.market.instrument.Instruments;
import dev.moa.platform.problem.DependencyAway;
import dev.moa.platform.sql.SqlFailure;
import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.context.event.StartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens the feeds at the start, closes them at the end, and tells them what to collect. */
@Singleton
class Feeds implements ApplicationEventListener<StartupEvent> {
    private static final Logger LOG = LoggerFactory.getLogger(Feeds.class);

    private final FeedSettings settings;
    private final FeedStore store;
    private final Instruments instruments;
    private final LiveWriter writer;
    private final List<FeedChannel> channels;
    private final CountDownLatch stopped = new CountDownLatch(1);

    Feeds(FeedSettings settings, FeedStore store, Instruments instruments, LiveWriter writer, FeedChannels channels) {
        this.settings = settings;
        this.store = store;
        this.instruments = instruments;
        this.writer = writer;
        this.channels = channels.all();
    }

    @Override
    public void onApplicationEvent(StartupEvent event) {
        Thread.ofVirtual().name("feeds").start(this::open);
    }

    List<FeedChannel> channels() {
        return channels;
    }

    Optional<FeedChannel> carrier(InstrumentId instrument) {
        return channels.stream()
                .filter(channel -> channel.feed().carries(instrument))
                .findFirst();
    }

    /** Everything that is to be collected, by setting or by a person's wish. */
    Set<InstrumentId> wanted() {
        Set<InstrumentId> wanted = new TreeSet<>(settings.watch());
        wanted.addAll(store.watched());
        return wanted;
    }

    /** After the list has changed. */
    void watchWanted() {
        Set<InstrumentId> wanted = wanted();
        channels.forEach(channel -> channel.feed().watch(of(channel, wanted)));
    }

    private void open() {
        try {
            while (!tryOpen()) {
                if (stopped.await(1, TimeUnit.SECONDS)) {
                    return;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** False when the database is away: then nothing can be stored either. */
    private boolean tryOpen() {
        try {
            Set<InstrumentId> wanted = wanted();
            wanted.forEach(instrument -> instruments.add(instrument, "watch"));
            for (FeedChannel channel : channels) {
                Set<InstrumentId> own = of(channel, wanted);
                own.forEach(instrument -> store.cursor(instrument).ifPresent(mark -> channel.resume(instrument, mark)));
            }
            writer.start(instrument -> carrier(instrument)
                    .filter(channel -> channel.status().state().isOk())
                    .isPresent());
            channels.forEach(channel -> channel.feed().open(of(channel, wanted), channel));
            LOG.info("collecting {}", channels.isEmpty() ? "nothing live: MOA_FEEDS is none" : wanted);
            return true;
        } catch (DependencyAway away) {
            LOG.info("feeds open later: {}", away.detail());
            return false;
        } catch (SqlFailure failure) {
            LOG.error("feeds open later", failure);
            return false;
        }
    }

    private static Set<InstrumentId> of(FeedChannel channel, Set<InstrumentId> wanted) {
        return wanted.stream().filter(channel.feed()::carries).collect(Collectors.toSet());
    }

    @PreDestroy
    void close() {
        stopped.countDown();
        channels.forEach(channel -> channel.feed().close());
        writer.stop();
    }
}
