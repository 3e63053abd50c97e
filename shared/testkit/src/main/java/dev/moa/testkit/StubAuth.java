package dev.moa.testkit;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Stands for the auth service where another service is tested alone: its keys, its sessions, and tokens it would give. */
public final class StubAuth implements AutoCloseable {
    private record Session(UUID userId, String username, String role, String permissions) {}

    private final HttpServer server;
    private volatile String rightCode;
    private final KeyPair keys;
    private final Map<UUID, Session> sessions = new ConcurrentHashMap<>();
    private final Clock clock;

    public StubAuth() {
        this(Clock.systemUTC());
    }

    /** Tokens and sessions by a test's own clock. */
    public StubAuth(Clock clock) {
        this.clock = clock;
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            keys = generator.generateKeyPair();
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/internal/keys", exchange -> answer(exchange, 200, jwks()));
        server.createContext("/internal/sessions/", this::session);
        server.createContext("/internal/mfa/check", this::code);
        server.start();
    }

    /** What MOA_AUTH_URL must be. */
    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** A fresh access token of a new session of this person, valid for ten minutes from now. */
    public String token(UUID userId, String username, String role, String... permissions) {
        UUID sessionId = UUID.randomUUID();
        String names = permissions.length == 0 ? "" : "\"" + String.join("\",\"", permissions) + "\"";
        sessions.put(sessionId, new Session(userId, username, role, names));
        Instant now = clock.instant();
        String claims = """
                {"iss":"moa","aud":"moa","sub":"%s","sid":"%s","name":"%s","role":"%s","perms":[%s],\
                "iat":%d,"nbf":%d,"exp":%d}""".formatted(
                        userId,
                        sessionId,
                        username,
                        role,
                        names,
                        now.getEpochSecond(),
                        now.getEpochSecond(),
                        now.getEpochSecond() + 600);
        String content = base64("{\"alg\":\"ES256\",\"typ\":\"at+jwt\",\"kid\":\"stub\"}") + "." + base64(claims);
        return content + "." + sign(content);
    }

    private void session(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        UUID id = UUID.fromString(path.substring(path.lastIndexOf('/') + 1));
        Session session = sessions.get(id);
        if (session == null) {
            answer(exchange, 404, "{\"code\":\"not_found\"}");
            return;
        }
        answer(exchange, 200, """
                {"session_id":"%s","user_id":"%s","username":"%s","role":"%s","permissions":[%s],"state":"alive",\
                "expires_at":"%s"}""".formatted(
                        id,
                        session.userId,
                        session.username,
                        session.role,
                        session.permissions,
                        clock.instant().plusSeconds(3600)));
    }

    /** The code that is right for everybody, as if they had a second factor; none of them has one before. */
    public void secondFactor(String code) {
        rightCode = code;
    }

    private void code(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        if (rightCode == null) {
            answer(exchange, 404, "{\"code\":\"not_found\"}");
        } else {
            boolean ok = rightCode.equals(StubJson.object(body).get("code"));
            answer(exchange, 200, "{\"ok\":" + ok + "}");
        }
    }

    private String jwks() {
        ECPublicKey key = (ECPublicKey) keys.getPublic();
        return "{\"keys\":[{\"kty\":\"EC\",\"crv\":\"P-256\",\"use\":\"sig\",\"alg\":\"ES256\",\"kid\":\"stub\",\"x\":\""
                + coordinate(key.getW().getAffineX()) + "\",\"y\":\""
                + coordinate(key.getW().getAffineY()) + "\"}]}";
    }

    private String sign(String content) {
        try {
            Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
            signature.initSign(keys.getPrivate());
            signature.update(content.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String coordinate(BigInteger number) {
        byte[] bytes = number.toByteArray();
        byte[] fixed = new byte[32];
        int length = Math.min(bytes.length, 32);
        System.arraycopy(bytes, bytes.length - length, fixed, 32 - length, length);
        Arrays.fill(bytes, (byte) 0);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(fixed);
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        try (var stream = exchange.getResponseBody()) {
            stream.write(bytes);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
