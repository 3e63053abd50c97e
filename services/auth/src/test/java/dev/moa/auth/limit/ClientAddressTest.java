package dev.moa.auth.limit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.InetAddress;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClientAddressTest {

    @Test
    void whatOurNginxSaysIsBelieved() {
        assertEquals("203.0.113.9", seen("127.0.0.1", "203.0.113.9"));
        assertEquals("203.0.113.9", seen("172.18.0.5", " 203.0.113.9 "));
        assertEquals("2001:db8:0:0:0:0:0:7", seen("fd00:0:0:0:0:0:0:5", "2001:db8::7"));
    }

    @Test
    void aPeerFromElsewhereCountsAsItself() {
        assertEquals("8.8.8.8", seen("8.8.8.8", "203.0.113.9"));
    }

    @Test
    void nonsenseIsNoAddress() {
        assertEquals("127.0.0.1", seen("127.0.0.1"));
        assertEquals("127.0.0.1", seen("127.0.0.1", ""));
        assertEquals("127.0.0.1", seen("127.0.0.1", "evil.example"));
        assertEquals("127.0.0.1", seen("127.0.0.1", "203.0.113.9, 198.51.100.1"));
        assertEquals("127.0.0.1", seen("127.0.0.1", "203.0.113.9", "198.51.100.1"));
    }

    @Test
    void aNetworkOf64BitsIsOneHousehold() {
        assertEquals(ClientAddress.network("2001:db8:1:2:3:4:5:6"), ClientAddress.network("2001:db8:1:2:ffff::1"));
        assertEquals("203.0.113.9", ClientAddress.network("203.0.113.9"));
    }

    private static String seen(String peer, String... said) {
        return ClientAddress.of(InetAddress.ofLiteral(peer), List.of(said));
    }
}
