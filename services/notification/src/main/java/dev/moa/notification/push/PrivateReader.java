package dev.moa.notification.push;

import dev.moa.notification.live.LiveEvent;
import dev.moa.notification.live.LiveEvents;
import dev.moa.notification.live.LiveRange;
import dev.moa.notification.socket.Outgoing;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Where one connection stands in its person's stream. It reads on from the database as fast as the client takes it, so
 * nothing is lost however slow the client is, and nothing is kept in memory. Used on the connection's lane only.
 */
final class PrivateReader {
    /** What a client gets that resumes before it subscribes. */
    private static final Channels EVERYTHING = Channels.NONE.with(Channels.PRIVATE);

    private static final int AT_ONCE = 100;
    private static final int LITTLE_ROOM = 16;

    private final LiveEvents events;
    private final Frames frames;
    private final Outgoing outgoing;
    private final UUID userId;

    /** Everything up to here was sent, or was not wanted. */
    private long cursor;
    /** Everything from above here up to the cursor was sent live. */
    private long base;

    private long replayCursor;
    private boolean replaying;
    private boolean starved;

    PrivateReader(LiveEvents events, Frames frames, Outgoing outgoing, UUID userId) {
        this.events = events;
        this.frames = frames;
        this.outgoing = outgoing;
        this.userId = userId;
        this.cursor = events.range(userId).last();
        this.base = cursor;
    }

    long cursor() {
        return cursor;
    }

    boolean isStarved() {
        return starved;
    }

    /** The client has seen everything up to {@code afterSeq}. */
    void resume(long afterSeq, Channels channels) {
        LiveRange range = events.range(userId);
        if (!range.continuesAfter(afterSeq)) {
            resync(range.last());
            return;
        }
        cursor = Math.max(cursor, afterSeq);
        replaying = true;
        replayCursor = afterSeq;
        advance(channels);
    }

    /** Sends what there is to send and there is room for. */
    void advance(Channels channels) {
        starved = false;
        if (replaying) {
            replay(channels);
        }
        if (!replaying && channels.hasPrivate()) {
            follow(channels);
        }
    }

    private void replay(Channels channels) {
        while (replayCursor < base) {
            List<LiveEvent> batch = batchAfter(replayCursor);
            if (batch.isEmpty()) {
                if (starved) {
                    return;
                }
                break;
            }
            for (LiveEvent event : batch) {
                if (event.seq() <= base) {
                    send(event, channels.hasPrivate() ? channels : EVERYTHING);
                }
                replayCursor = event.seq();
            }
        }
        replaying = false;
        outgoing.offer(frames.event("resumed", Map.of("last_seq", cursor)), cursor);
    }

    private void follow(Channels channels) {
        for (List<LiveEvent> batch = batchAfter(cursor); !batch.isEmpty(); batch = batchAfter(cursor)) {
            if (batch.getFirst().seq() != cursor + 1) {
                resync(batch.getFirst().seq() - 1);
            }
            for (LiveEvent event : batch) {
                send(event, channels);
                cursor = event.seq();
            }
        }
    }

    private List<LiveEvent> batchAfter(long seq) {
        int room = outgoing.room() - LITTLE_ROOM;
        starved = room <= 0;
        return starved ? List.of() : events.after(userId, seq, Math.min(room, AT_ONCE));
    }

    private void send(LiveEvent event, Channels channels) {
        if (channels.wants(event.channel())) {
            outgoing.offer(frames.event(event), event.seq());
        }
    }

    private void resync(long lastSeq) {
        cursor = Math.max(cursor, lastSeq);
        base = cursor;
        replaying = false;
        outgoing.offer(frames.event("resync_required", Map.of("last_seq", cursor)), cursor);
    }
}
