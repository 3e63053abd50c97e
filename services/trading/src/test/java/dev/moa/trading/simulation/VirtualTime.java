package dev.moa.trading.simulation;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.PriorityQueue;

/** A clock that jumps to whatever is due next: one thread, no waiting. Milliseconds since an arbitrary morning. */
final class VirtualTime extends Clock {
    private static final Instant START = Instant.parse("2024-08-08T06:00:00Z");

    private record Due(long at, long number, Runnable action) implements Comparable<Due> {
        @Override
        public int compareTo(Due other) {
            int byTime = Long.compare(at, other.at);
            return byTime != 0 ? byTime : Long.compare(number, other.number);
        }
    }

    private final PriorityQueue<Due> agenda = new PriorityQueue<>();
    private long now;
    private long number;

    void in(long millis, Runnable action) {
        agenda.add(new Due(now + millis, ++number, action));
    }

    /** Does what is due next; false when nothing is. */
    boolean step() {
        Due due = agenda.poll();
        if (due == null) {
            return false;
        }
        now = due.at();
        due.action().run();
        return true;
    }

    @Override
    public long millis() {
        return now;
    }

    @Override
    public Instant instant() {
        return START.plusMillis(now);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
