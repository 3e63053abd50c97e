package dev.moa.auth.limit;

import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The address a call really comes from. Our nginx works it out ({@code MOA_TRUSTED_PROXIES}) and says it in {@code
 * X-Real-IP}, in place of whatever the client wrote there. It is believed from this machine and private networks only.
 */
@Singleton
public class ClientAddress {

    private static final String HEADER = "X-Real-IP";
    private static final Pattern LITERAL = Pattern.compile("[0-9a-fA-F.:]{2,45}");

    public String of(HttpRequest<?> request) {
        return of(request.getRemoteAddress().getAddress(), request.getHeaders().getAll(HEADER));
    }

    static String of(InetAddress peer, List<String> said) {
        InetAddress client =
                said.size() == 1 && isInner(peer) ? parse(said.getFirst().strip()) : null;
        return (client == null ? peer : client).getHostAddress();
    }

    /** The part by which tries are counted: a whole IPv6 network of 64 bits is one household. */
    static String network(String address) {
        InetAddress parsed = parse(address);
        if (parsed instanceof Inet6Address six) {
            return HexFormat.of().formatHex(six.getAddress(), 0, 8) + "::/64";
        }
        return address;
    }

    /** Only literals: a name would be looked up. */
    private static InetAddress parse(String text) {
        try {
            return LITERAL.matcher(text).matches() ? InetAddress.ofLiteral(text) : null;
        } catch (IllegalArgumentException notAnAddress) {
            return null;
        }
    }

    private static boolean isInner(InetAddress peer) {
        boolean uniqueLocal = peer instanceof Inet6Address && (peer.getAddress()[0] & 0xfe) == 0xfc;
        return peer.isLoopbackAddress() || peer.isSiteLocalAddress() || uniqueLocal;
    }
}
