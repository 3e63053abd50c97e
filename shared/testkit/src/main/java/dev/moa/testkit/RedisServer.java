package dev.moa.testkit;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;

/** A real Redis that forgets everything when it ends, as the product must be able to stand. */
public final class RedisServer {
    private final ServerProcess server = new ServerProcess("redis");
    private final int port = ServerProcess.freePort();

    RedisServer() {
        start();
    }

    public String uri() {
        return "redis://127.0.0.1:" + port;
    }

    public int port() {
        return port;
    }

    public void start() {
        server.start("redis-server", "--port", "" + port, "--bind", "127.0.0.1", "--save", "", "--appendonly", "no");
        server.awaitReady(() -> command("PING").startsWith("+PONG"));
    }

    /** SIGKILL; everything in it is gone. */
    public void kill() {
        server.kill();
    }

    public long pid() {
        return server.pid();
    }

    public void freeze() {
        server.signal("STOP");
    }

    public void thaw() {
        server.signal("CONT");
    }

    public void flush() {
        command("FLUSHALL");
    }

    void stop() {
        server.kill();
        server.removeFolder();
    }

    private String command(String line) {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.getOutputStream().write((line + "\r\n").getBytes());
            byte[] answer = new byte[64];
            int length = socket.getInputStream().read(answer);
            return new String(answer, 0, Math.max(length, 0));
        } catch (IOException e) {
            throw new IllegalStateException("redis does not answer", e);
        }
    }
}
