package dev.moa.notification.socket;

import io.netty.buffer.ByteBuf;
import io.netty.handler.codec.http.websocketx.ContinuationWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Puts the frames of one message together, up to a limit; the framework's own way has none. Used by one thread at a
 * time.
 */
public final class Fragments {
    /** The longest message anybody may send, in bytes. */
    public static final int LONGEST = 16 * 1024;

    private ByteBuffer parts;

    /**
     * Takes a frame, which stays the caller's to release.
     *
     * @return the message when this frame completes it
     * @throws BadFrame when the message is too long, no text, or no UTF-8
     */
    public Optional<String> take(WebSocketFrame frame) throws BadFrame {
        if (frame.rsv() != 0) {
            throw new BadFrame(1002, "no extension was agreed on");
        }
        boolean continues = frame instanceof ContinuationWebSocketFrame;
        if (continues != (parts != null) || !(continues || frame instanceof TextWebSocketFrame)) {
            throw new BadFrame(1003, "text only");
        }
        ByteBuf content = frame.content();
        int known = parts == null ? 0 : parts.position();
        if (known + content.readableBytes() > LONGEST) {
            throw new BadFrame(1009, "too long");
        }
        if (frame.isFinalFragment() && parts == null) {
            return Optional.of(text(content.nioBuffer()));
        }
        if (parts == null) {
            parts = ByteBuffer.allocate(LONGEST);
        }
        parts.put(content.nioBuffer());
        if (!frame.isFinalFragment()) {
            return Optional.empty();
        }
        ByteBuffer whole = parts.flip();
        parts = null;
        return Optional.of(text(whole));
    }

    private static String text(ByteBuffer bytes) throws BadFrame {
        try {
            CharBuffer text = StandardCharsets.UTF_8.newDecoder().decode(bytes);
            return text.toString();
        } catch (CharacterCodingException notText) {
            throw new BadFrame(1007, "not UTF-8");
        }
    }

    /** The connection is to be closed with this code. */
    public static final class BadFrame extends Exception {
        private final int code;

        BadFrame(int code, String reason) {
            super(reason, null, false, false);
            this.code = code;
        }

        public int code() {
            return code;
        }
    }
}
