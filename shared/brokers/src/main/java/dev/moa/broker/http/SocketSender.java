package dev.moa.broker.http;

/** The sending side of one connection. A failure ends that connection, it is never thrown. */
public interface SocketSender {
    void text(String message);

    /** A WebSocket ping frame. */
    void ping();

    /** Ends this connection; the next one is opened at once. */
    void renew(String why);
}
