package dev.moa.notification.socket;

import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What one connection is still to be sent, bounded: frames that must not be lost in order, and latest values of which
 * only the newest counts. One frame is on the wire at a time; the next follows when the reader has taken it.
 */
public final class Outgoing {
    private static final int MOST_ORDERED = 512;
    private static final int MOST_LATEST = 2_048;
    private static final int DRAINED = 64;
    private static final long UNNUMBERED = -1;

    private final Wire wire;
    private final Lane lane;
    private final Runnable whenDrained;
    private final ArrayDeque<Frame> ordered = new ArrayDeque<>();
    private final Map<String, Conflated> latest = new LinkedHashMap<>();
    private long seq;
    private boolean writing;
    private boolean ended;
    private long writingSince;

    /** {@code whenDrained} runs on the lane whenever there is plenty of room again. */
    public Outgoing(Wire wire, Lane lane, Runnable whenDrained) {
        this.wire = wire;
        this.lane = lane;
        this.whenDrained = whenDrained;
    }

    /** How many ordered frames may be offered now. */
    public synchronized int room() {
        return MOST_ORDERED - ordered.size();
    }

    /** False when there is no room: then nothing was taken. */
    public synchronized boolean offer(String frame) {
        return offer(new Frame(frame, UNNUMBERED));
    }

    /** The same for a frame that brings its reader up to this number. */
    public synchronized boolean offer(String frame, long upTo) {
        return offer(new Frame(frame, upTo));
    }

    private boolean offer(Frame frame) {
        if (ended || ordered.size() >= MOST_ORDERED) {
            return false;
        }
        ordered.add(frame);
        pump();
        return true;
    }

    /** Takes a latest value; an unsent older one of the same key is replaced in its place. */
    public synchronized void latest(String key, Conflated value) {
        if (ended || (latest.size() >= MOST_LATEST && !latest.containsKey(key))) {
            return;
        }
        latest.merge(key, value, (older, newer) -> newer.replacing(older));
        pump();
    }

    /** Forgets everything waiting, sends a last word and closes. */
    public synchronized void end(String lastWord, int code, String reason) {
        if (!ended) {
            stop();
            wire.send(lastWord);
            wire.close(code, reason);
        }
    }

    /** Nothing more is sent or kept. */
    public synchronized void stop() {
        ended = true;
        ordered.clear();
        latest.clear();
    }

    /** How long the reader has not taken the frame on the wire, in nanoseconds; zero while none is. */
    public synchronized long stalledNanos() {
        return writing ? System.nanoTime() - writingSince : 0;
    }

    private void pump() {
        String frame = writing || ended ? null : next();
        if (frame != null) {
            writing = true;
            writingSince = System.nanoTime();
            wire.send(frame).whenComplete((done, failure) -> lane.run(this::written));
        }
    }

    private String next() {
        if (!ordered.isEmpty()) {
            Frame frame = ordered.poll();
            seq = frame.upTo() == UNNUMBERED ? seq : frame.upTo();
            return frame.text();
        }
        Iterator<Conflated> values = latest.values().iterator();
        if (!values.hasNext()) {
            return null;
        }
        Conflated value = values.next();
        values.remove();
        return value.frame(seq);
    }

    private void written() {
        boolean drained;
        synchronized (this) {
            writing = false;
            drained = ordered.size() == DRAINED || ordered.isEmpty();
            pump();
        }
        if (drained) {
            whenDrained.run();
        }
    }

    private record Frame(String text, long upTo) {}
}
