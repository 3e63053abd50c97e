package dev.moa.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;

/**
 * Stands between a service and one of its servers on 127.0.0.1 and spoils the line as a test tells it. Like a bad line
 * under TCP it never changes or loses bytes in the middle: what is held back arrives later, or the connection breaks.
 */
public final class TcpProxy implements AutoCloseable {
    /** How the line is. */
    public enum Line {
        GOOD,
        /** Nothing arrives in either direction; new connections are taken and stay silent. */
        SILENT,
        /** What the client says arrives, the answers do not. */
        ONE_WAY,
        /** Every portion takes {@link #DELAY} longer. */
        LATE,
        /** About 100 kbit/s. */
        SLOW,
        /** Every fifth connection breaks with its first bytes. */
        LOSSY,
        /** Every connection is reset, and every new one too. */
        RESET
    }

    /** How late LATE is, each way. */
    public static final Duration DELAY = Duration.ofMillis(150);

    private static final int BYTES_A_SECOND = 12_500;

    private final int target;
    private final ServerSocket server;
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private volatile Line line = Line.GOOD;
    private int connections;

    /** A good line to this port of 127.0.0.1. */
    public TcpProxy(int target) {
        this.target = target;
        try {
            server = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().name("proxy-" + target).start(this::accept);
    }

    public int port() {
        return server.getLocalPort();
    }

    /** From now on the line is like that; answers which connections it hits. */
    public String become(Line now) {
        line = now;
        String hit = sockets.stream()
                .filter(socket -> socket.getLocalPort() == port())
                .map(socket -> socket.getPort() + ">" + port())
                .toList()
                .toString();
        if (now == Line.RESET) {
            breakAll();
        }
        return hit;
    }

    /** Resets what is open now; new connections are as the line is. */
    public void breakAll() {
        sockets.forEach(TcpProxy::reset);
        sockets.clear();
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        breakAll();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket client = server.accept();
                if (line == Line.RESET || line == Line.LOSSY && ++connections % 5 == 0) {
                    reset(client);
                } else {
                    connect(client);
                }
            } catch (SocketException closed) {
                if (!server.isClosed()) {
                    throw new UncheckedIOException(closed);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private void connect(Socket client) {
        try {
            Socket upstream = new Socket(InetAddress.getLoopbackAddress(), target);
            client.setTcpNoDelay(true);
            upstream.setTcpNoDelay(true);
            sockets.add(client);
            sockets.add(upstream);
            Thread.ofVirtual().start(() -> pump(client, upstream, false));
            Thread.ofVirtual().start(() -> pump(upstream, client, true));
        } catch (IOException refused) {
            // The server is away: its client must see just that.
            reset(client);
        }
    }

    private void pump(Socket from, Socket to, boolean back) {
        byte[] portion = new byte[8192];
        try {
            int length = from.getInputStream().read(portion);
            while (length >= 0) {
                hold(back, length, to);
                to.getOutputStream().write(portion, 0, length);
                length = from.getInputStream().read(portion);
            }
            from.close();
            to.close();
        } catch (IOException broken) {
            // One end is gone, so the other has to learn of it.
            reset(from);
            reset(to);
        }
        sockets.remove(from);
        sockets.remove(to);
    }

    private void hold(boolean back, int length, Socket to) {
        if (line == Line.LATE) {
            LockSupport.parkNanos(DELAY.toNanos());
        } else if (line == Line.SLOW) {
            LockSupport.parkNanos(1_000_000_000L * length / BYTES_A_SECOND);
        }
        while ((line == Line.SILENT || line == Line.ONE_WAY && back) && !to.isClosed()) {
            LockSupport.parkNanos(5_000_000);
        }
    }

    private static void reset(Socket socket) {
        try {
            socket.setSoLinger(true, 0);
            socket.close();
        } catch (SocketException alreadyClosed) {
            // A socket that cannot be told to break is broken.
            return;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
