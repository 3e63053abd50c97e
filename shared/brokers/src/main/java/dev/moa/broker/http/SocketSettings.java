package dev.moa.broker.http;

import java.time.Duration;

/**
 * How one WebSocket is kept alive.
 *
 * @param heartbeat how often to send the venue's heartbeat; its answer also counts as a sign of life
 * @param silence nothing at all received for this long means the connection is dead
 * @param renewal planned reconnect, before the venue ends the connection
 * @param firstPause pause after the first failure; doubled up to {@code longestPause}
 */
public record SocketSettings(
        Duration heartbeat, Duration silence, Duration renewal, Duration firstPause, Duration longestPause) {
    /** A message longer than this ends the connection. */
    public static final int MAX_MESSAGE = 1024 * 1024;
}
