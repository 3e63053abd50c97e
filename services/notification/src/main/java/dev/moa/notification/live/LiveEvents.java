package dev.moa.notification.live;

import dev.moa.platform.sql.Sql;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * The private streams: one per person, numbered without gaps, stored before anybody hears of them. A reader keeps the
 * last number it saw and asks for what follows, so neither a lost connection nor a restart loses or repeats an event.
 */
@Singleton
public class LiveEvents {
    private final LiveEventStore store;
    private final Sql sql;
    private final Clock clock;
    private final List<Consumer<UUID>> listeners = new CopyOnWriteArrayList<>();

    LiveEvents(LiveEventStore store, Sql sql, Clock clock) {
        this.store = store;
        this.sql = sql;
        this.clock = clock;
    }

    /** Adds events to a person's stream as part of the running transaction; listeners hear of it after the commit. */
    public void append(UUID userId, List<LiveDraft> drafts) {
        if (drafts.isEmpty()) {
            return;
        }
        long last = store.takeNumbers(userId, drafts.size());
        store.insert(userId, last - drafts.size() + 1, drafts, clock.instant());
        sql.afterCommit(() -> listeners.forEach(listener -> listener.accept(userId)));
    }

    public List<LiveEvent> after(UUID userId, long seq, int limit) {
        return store.after(userId, seq, limit);
    }

    public LiveRange range(UUID userId) {
        return store.range(userId);
    }

    /** For readers that may have missed a call of their listener, for example because another process stored it. */
    public List<UUID> movedSince(List<UUID> people, Instant since) {
        return people.isEmpty() ? List.of() : store.movedSince(people, since);
    }

    /** Called with the person whose stream has grown, after the commit, on the committing thread. */
    public void whenGrown(Consumer<UUID> listener) {
        listeners.add(listener);
    }
}
