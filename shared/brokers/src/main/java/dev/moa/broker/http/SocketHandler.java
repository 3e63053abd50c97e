package dev.moa.broker.http;

import java.net.URI;

/** What a venue's stream does on a {@link VenueSocket}. Called by one thread at a time. */
public interface SocketHandler {
    /** Where to connect to this time. */
    URI address();

    /** Connected: subscribe now. */
    void opened(SocketSender sender);

    /** One whole message. Throws {@link UnreadableMessage} for what it does not understand; that is counted, not fatal. */
    void message(String text);

    /** The venue's way of saying "still there". */
    void heartbeat(SocketSender sender);

    /** The first sign of life after being away. */
    void alive();

    /** The connection is gone and will be tried again; one call per change. {@code planned}: renewed at once. */
    void away(String why, boolean planned);

    /** A message was dropped because it could not be read. */
    void unreadable(String why);
}
