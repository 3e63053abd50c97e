package dev.moa.testkit;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;

/** One WebSocket of a {@link StubVenue}: the frames of RFC 6455 that a venue needs. */
public final class StubConnection {
    public static final int TEXT = 1;
    static final int BINARY = 2;
    static final int PING = 9;
    private static final int CLOSE = 8;
    private static final int PONG = 10;

    private final Socket socket;
    private final BooleanSupplier mute;
    private final List<String> received = new CopyOnWriteArrayList<>();

    public StubConnection(Socket socket, BooleanSupplier mute) {
        this.socket = socket;
        this.mute = mute;
    }

    public List<String> received() {
        return received;
    }

    public boolean isOpen() {
        return !socket.isClosed();
    }

    /** The client's port. */
    public int port() {
        return socket.getPort();
    }

    public void accept(String key) throws IOException {
        write("""
                HTTP/1.1 101 Switching Protocols\r
                Upgrade: websocket\r
                Connection: Upgrade\r
                Sec-WebSocket-Accept: %s\r
                \r
                """.formatted(acceptance(key)).getBytes(StandardCharsets.US_ASCII));
    }

    /** Reads until the client goes away. */
    public void listen(InputStream stream) throws IOException {
        DataInputStream in = new DataInputStream(stream);
        while (isOpen()) {
            int opcode = in.readUnsignedByte() & 0x0f;
            byte[] payload = unmasked(in);
            switch (opcode) {
                case TEXT -> received.add(new String(payload, StandardCharsets.UTF_8));
                case PING -> {
                    if (!mute.getAsBoolean()) {
                        send(PONG, payload);
                    }
                }
                case CLOSE -> cut();
                default -> {
                    // Pongs and binary messages mean nothing to a test.
                }
            }
        }
    }

    public void send(int opcode, byte[] payload) {
        ByteBuffer frame = ByteBuffer.allocate(payload.length + 10);
        frame.put((byte) (0x80 | opcode));
        if (payload.length < 126) {
            frame.put((byte) payload.length);
        } else if (payload.length < 65_536) {
            frame.put((byte) 126).putShort((short) payload.length);
        } else {
            frame.put((byte) 127).putLong(payload.length);
        }
        frame.put(payload).flip();
        byte[] bytes = new byte[frame.remaining()];
        frame.get(bytes);
        try {
            write(bytes);
        } catch (IOException e) {
            cut();
        }
    }

    public synchronized void cut() {
        try {
            if (isOpen()) {
                // A reset, not an orderly end.
                socket.setSoLinger(true, 0);
                socket.close();
            }
        } catch (IOException e) {
            // The other side may have ended it at the same moment.
            if (isOpen()) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private synchronized void write(byte[] bytes) throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write(bytes);
        out.flush();
    }

    private static byte[] unmasked(DataInputStream in) throws IOException {
        int length = in.readUnsignedByte() & 0x7f;
        if (length == 126) {
            length = in.readUnsignedShort();
        } else if (length == 127) {
            length = Math.toIntExact(in.readLong());
        }
        byte[] mask = in.readNBytes(4);
        byte[] payload = in.readNBytes(length);
        for (int i = 0; i < payload.length; i++) {
            payload[i] ^= mask[i % 4];
        }
        return payload;
    }

    static void writeHttp(OutputStream out, Optional<String> body) throws IOException {
        byte[] bytes = body.orElse("{}").getBytes(StandardCharsets.UTF_8);
        String status = body.isPresent() ? "200 OK" : "404 Not Found";
        out.write(("HTTP/1.1 " + status + "\r\nContent-Type: application/json\r\nConnection: close\r\nContent-Length: "
                        + bytes.length + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
        out.write(bytes);
        out.flush();
    }

    private static String acceptance(String key) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-1")
                    .digest((key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11").getBytes(StandardCharsets.US_ASCII));
            return Base64.getEncoder().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
