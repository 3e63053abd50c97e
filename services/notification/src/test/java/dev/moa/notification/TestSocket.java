package dev.moa.notification;

import dev.moa.platform.json.Json;
import dev.moa.testkit.Await;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

/** A WebSocket client down to its frames (RFC 6455), so that a test may break them, or stop reading. */
public final class TestSocket implements AutoCloseable {
    public static final int CONTINUATION = 0;
    public static final int TEXT = 1;
    public static final int BINARY = 2;
    private static final int CLOSE = 8;
    private static final int PING = 9;
    private static final int PONG = 10;
    private static final int NO_CODE = 1005;
    private static final byte[] MASK = {1, 2, 3, 4};

    private final Socket socket;
    private final Supplier<Json> json;
    private final DataInputStream in;
    private final int status;
    private final String refusal;
    private final List<Map<String, Object>> received = new CopyOnWriteArrayList<>();
    private final List<String> headers = new ArrayList<>();
    private volatile int closeCode;
    private int taken;

    private TestSocket(Socket socket, String request, Supplier<Json> json) throws IOException {
        this.socket = socket;
        this.json = json;
        this.in = new DataInputStream(socket.getInputStream());
        write(request.getBytes(StandardCharsets.US_ASCII));
        this.status = Integer.parseInt(line().split(" ")[1]);
        int length = 0;
        for (String header = line(); !header.isEmpty(); header = line()) {
            String lowered = header.toLowerCase(Locale.ROOT);
            headers.add(lowered);
            if (lowered.startsWith("content-length:")) {
                length = Integer.parseInt(header.substring(15).strip());
            }
        }
        this.refusal = new String(in.readNBytes(status == 101 ? 0 : length), StandardCharsets.UTF_8);
    }

    /** An open socket that reads. */
    static TestSocket open(URI server, String path, Supplier<Json> json) {
        TestSocket socket = knock(server, path, json);
        if (socket.status != 101) {
            throw new AssertionError("not opened: " + socket.status + " " + socket.refusal);
        }
        return socket.read();
    }

    /** Asks for the upgrade and reads nothing further; {@code headers} are whole lines. */
    public static TestSocket knock(URI server, String path, Supplier<Json> json, String... headers) {
        try {
            Socket socket = new Socket();
            socket.setReceiveBufferSize(8 * 1024);
            socket.connect(new InetSocketAddress(server.getHost(), server.getPort()));
            String more = headers.length == 0 ? "" : String.join("\r\n", headers) + "\r\n";
            return new TestSocket(
                    socket,
                    "GET " + path + " HTTP/1.1\r\nHost: " + server.getAuthority()
                            + "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
                            + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n" + more + "\r\n",
                    json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public int status() {
        return status;
    }

    /** The header lines of the answer, in small letters. */
    public List<String> headers() {
        return headers;
    }

    /** The body that came instead of an upgrade. */
    public String refusal() {
        return refusal;
    }

    /** Begins to read. */
    public TestSocket read() {
        Thread.ofVirtual().name("test-socket").start(this::listen);
        return this;
    }

    /** Signs in and answers the greeting. */
    public Map<String, Object> signIn(String token) {
        say("authenticate", "{\"token\":\"" + token + "\"}");
        return await("authenticated");
    }

    public TestSocket subscribe(String... channels) {
        say("subscribe", "{\"channels\":[\"" + String.join("\",\"", channels) + "\"]}");
        await("subscribed");
        return this;
    }

    public void say(String event, String data) {
        send(TEXT, "{\"event\":\"" + event + "\",\"data\":" + data + "}");
    }

    public void send(int opcode, String payload) {
        frame(true, opcode, payload.getBytes(StandardCharsets.UTF_8));
    }

    /** One frame as given; nothing is checked. A peer that has hung up already is no failure. */
    public void frame(boolean last, int opcode, byte[] payload) {
        ByteBuffer frame = ByteBuffer.allocate(payload.length + 14);
        frame.put((byte) ((last ? 0x80 : 0) | opcode));
        if (payload.length < 126) {
            frame.put((byte) (0x80 | payload.length));
        } else if (payload.length < 65_536) {
            frame.put((byte) (0x80 | 126)).putShort((short) payload.length);
        } else {
            frame.put((byte) (0x80 | 127)).putLong(payload.length);
        }
        frame.put(MASK);
        for (int i = 0; i < payload.length; i++) {
            frame.put((byte) (payload[i] ^ MASK[i % MASK.length]));
        }
        byte[] bytes = new byte[frame.flip().remaining()];
        frame.get(bytes);
        write(bytes);
    }

    /** Bytes that need be no frame at all. */
    public void write(byte[] bytes) {
        try {
            synchronized (socket) {
                socket.getOutputStream().write(bytes);
                socket.getOutputStream().flush();
            }
        } catch (IOException hungUp) {
            closeCode = closeCode == 0 ? NO_CODE : closeCode;
        }
    }

    /** The next event of this name after the one that was waited for before; what lies between was passed over. */
    public Map<String, Object> await(String event) {
        Await.until(event + " arrives, got " + received.size(), () -> find(event) >= 0);
        int found = find(event);
        taken = found + 1;
        return received.get(found);
    }

    private int find(String event) {
        for (int i = taken; i < received.size(); i++) {
            if (event.equals(received.get(i).get("event"))) {
                return i;
            }
        }
        return -1;
    }

    /** Everything that came so far, in order. */
    public List<Map<String, Object>> received() {
        return received;
    }

    public List<Map<String, Object>> received(String event) {
        return received.stream().filter(one -> event.equals(one.get("event"))).toList();
    }

    /** Waits for the end and answers its code; 1005 when there was none. */
    public int closeCode() {
        Await.until("the socket is closed", () -> closeCode != 0);
        return closeCode;
    }

    public boolean isOpen() {
        return closeCode == 0;
    }

    /** Waits for the end and answers the code of the last error event. */
    public String lastError() {
        closeCode();
        return error(received("error").getLast());
    }

    /** The machine word of an error event. */
    public static String error(Map<String, Object> event) {
        return data(event).get("code").toString();
    }

    public static Map<?, ?> data(Map<String, Object> event) {
        return (Map<?, ?>) event.get("data");
    }

    private void listen() {
        try {
            while (true) {
                int opcode = in.readUnsignedByte() & 0x0f;
                byte[] payload = payload();
                if (opcode == TEXT) {
                    hear(new String(payload, StandardCharsets.UTF_8));
                } else if (opcode == PING) {
                    frame(true, PONG, payload);
                } else if (opcode == CLOSE) {
                    closeCode = payload.length < 2
                            ? NO_CODE
                            : ByteBuffer.wrap(payload).getShort();
                    return;
                }
            }
        } catch (IOException gone) {
            closeCode = closeCode == 0 ? NO_CODE : closeCode;
        }
    }

    @SuppressWarnings("unchecked") // JSON objects have string keys
    private void hear(String text) {
        received.add(json.get().read(text, Map.class));
    }

    private byte[] payload() throws IOException {
        int length = in.readUnsignedByte() & 0x7f;
        if (length == 126) {
            length = in.readUnsignedShort();
        } else if (length == 127) {
            length = Math.toIntExact(in.readLong());
        }
        return in.readNBytes(length);
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.readUnsignedByte(); c != '\n'; c = in.readUnsignedByte()) {
            line.append((char) c);
        }
        return line.toString().strip();
    }

    /** Goes without a word, as a phone in a tunnel. */
    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
