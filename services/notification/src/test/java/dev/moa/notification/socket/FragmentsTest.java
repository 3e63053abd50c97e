package dev.moa.notification.socket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.websocketx.BinaryWebSocketFrame;
import io.netty.handler.codec.http.websocketx.ContinuationWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FragmentsTest {
    private static final byte[] KOREAN = "체결".getBytes(StandardCharsets.UTF_8);

    private final Fragments fragments = new Fragments();

    private static WebSocketFrame text(boolean last, byte[] bytes) {
        return new TextWebSocketFrame(last, 0, Unpooled.wrappedBuffer(bytes));
    }

    private static WebSocketFrame more(boolean last, byte[] bytes) {
        return new ContinuationWebSocketFrame(last, 0, Unpooled.wrappedBuffer(bytes));
    }

    private int refused(WebSocketFrame frame) {
        return assertThrows(Fragments.BadFrame.class, () -> fragments.take(frame))
                .code();
    }

    @Test
    void aMessageMayComeInPartsEvenWithinACharacter() throws Fragments.BadFrame {
        assertEquals(Optional.empty(), fragments.take(text(false, Arrays.copyOf(KOREAN, 2))));
        assertEquals(Optional.empty(), fragments.take(more(false, Arrays.copyOfRange(KOREAN, 2, 4))));
        assertEquals(Optional.of("체결"), fragments.take(more(true, Arrays.copyOfRange(KOREAN, 4, 6))));
        assertEquals(Optional.of("체결"), fragments.take(text(true, KOREAN)));
    }

    @Test
    void theLongestMessageIsTakenAndOneByteMoreIsNot() throws Fragments.BadFrame {
        byte[] longest = new byte[Fragments.LONGEST];
        Arrays.fill(longest, (byte) 'x');
        assertEquals(
                Fragments.LONGEST,
                fragments.take(text(true, longest)).orElseThrow().length());
        fragments.take(text(false, longest));
        assertEquals(1009, refused(more(false, new byte[] {'y'})));
        assertEquals(1009, refused(more(true, new byte[] {'y'})));
    }

    @Test
    void whatIsNoTextIsRefused() {
        assertEquals(1003, refused(new BinaryWebSocketFrame(Unpooled.wrappedBuffer(KOREAN))));
        assertEquals(1007, refused(text(true, Arrays.copyOf(KOREAN, 2))));
        assertEquals(1007, refused(text(true, new byte[] {(byte) 0xc0, (byte) 0x80})));
    }

    @Test
    void bitsOfAnExtensionNobodyAgreedOnAreRefused() {
        assertEquals(1002, refused(new TextWebSocketFrame(true, 4, Unpooled.wrappedBuffer(KOREAN))));
    }

    @Test
    void partsOutOfOrderAreRefused() throws Fragments.BadFrame {
        assertEquals(1003, refused(more(true, KOREAN)));
        fragments.take(text(false, KOREAN));
        assertEquals(1003, refused(text(true, KOREAN)));
    }
}
