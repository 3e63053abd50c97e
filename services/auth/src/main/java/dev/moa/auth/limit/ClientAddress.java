package dev.moa.auth.limit;

import dev.moa.platform.settings.BadSetting;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Property;
import io.micronaut.http.HttpRequest;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The address a call really comes from. {@code X-Forwarded-For} is read from the right: the last entry was written by
 * our nginx, and each further one is believed only while the one that wrote it is on this machine or the inner network,
 * and only for as many proxies as {@code MOA_TRUSTED_PROXIES} allows. Everything left of that is hearsay.
 */
@Context
public class ClientAddress {

    private static final String HEADER = "X-Forwarded-For";
    private static final Pattern LITERAL = Pattern.compile("[0-9a-fA-F.:]{2,45}");

    private final int trustedProxies;

    ClientAddress(@Property(name = "moa.trusted-proxies", defaultValue = "1") String proxies) {
        if (!proxies.strip().matches("\\d")) {
            throw new BadSetting("MOA_TRUSTED_PROXIES must be a number from 0 to 9.");
        }
        trustedProxies = Integer.parseInt(proxies.strip());
    }

    public String of(HttpRequest<?> request) {
        InetSocketAddress peer = request.getRemoteAddress();
        return of(peer.getAddress(), request.getHeaders().getAll(HEADER));
    }

    String of(InetAddress peer, List<String> headers) {
        List<String> chain = new ArrayList<>();
        headers.forEach(header -> chain.addAll(List.of(header.split(","))));
        InetAddress client = peer;
        int steps = trustedProxies + 1;
        for (int i = chain.size() - 1; i >= 0 && steps > 0 && isInner(client); i--, steps--) {
            InetAddress said = parse(chain.get(i).strip());
            if (said == null) {
                break;
            }
            client = said;
        }
        return client.getHostAddress();
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

    private static boolean isInner(InetAddress address) {
        byte[] bytes = address.getAddress();
        boolean containers = bytes.length == 4 && bytes[0] == (byte) 172 && (bytes[1] & 0xf0) == 16;
        return address.isLoopbackAddress() || containers;
    }
}
