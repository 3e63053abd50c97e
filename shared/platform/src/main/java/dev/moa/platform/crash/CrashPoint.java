package dev.moa.platform.crash;

import java.util.Objects;
import java.util.function.Consumer;

/**
 * A place between two durable effects, named as in {@code reliability.md} 2 ({@code CP01} to {@code CP28}). Passing one
 * costs a read of a field and does nothing; a fault test arms them all at once and ends the process at the one it is
 * about. Never in the domain, and never armed by code that ships: architecture tests hold both.
 */
public final class CrashPoint {
    private static volatile Consumer<String> hook;

    private CrashPoint() {}

    /** Passes the point; what an armed test throws from here is meant to leave through every handler. */
    public static void at(String name) {
        Consumer<String> armed = hook;
        if (armed != null) {
            armed.accept(name);
        }
    }

    /**
     * Lets a test hear of every point passed in this process, on the thread that passes it, until the answer is closed.
     *
     * @throws IllegalStateException when another test still listens
     */
    public static synchronized Armed arm(Consumer<String> reached) {
        if (hook != null) {
            throw new IllegalStateException("crash points are armed already");
        }
        hook = Objects.requireNonNull(reached);
        return CrashPoint::disarm;
    }

    private static synchronized void disarm() {
        hook = null;
    }

    /** Ends the listening. */
    @FunctionalInterface
    public interface Armed extends AutoCloseable {
        @Override
        void close();
    }
}
