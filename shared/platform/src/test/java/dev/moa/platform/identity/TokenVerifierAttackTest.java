package dev.moa.platform.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.util.Base64URL;
import dev.moa.platform.problem.Problem;
import dev.moa.testkit.FixedClock;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.interfaces.ECPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenVerifierAttackTest {

    private static final Instant NOW = Instant.parse("2026-11-21T03:00:00Z");

    private final TokenForge forge = new TokenForge();
    private final FixedClock clock = new FixedClock(NOW);
    private boolean keyIsPublished = true;
    private final TokenVerifier verifier = new TokenVerifier(this::key, clock);

    @Test
    void aTokenOfOursCounts() {
        var claims = verifier.verify(forge.token(TokenForge.header(), TokenForge.claims(NOW)));
        assertEquals(TokenForge.USER, claims.userId().toString());
        assertEquals(TokenForge.SESSION, claims.sessionId().toString());
        assertEquals("user", claims.unverified().role());
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "None", "NONE", "nOnE", "nonE", "NoNe", "none ", ""})
    void unsignedIsRefusedInEverySpelling(String none) {
        String body = TokenForge.encode("{\"alg\":\"" + none + "\",\"typ\":\"at+jwt\",\"kid\":\"key-1\"}") + "."
                + TokenForge.encode(TokenForge.json(TokenForge.claims(NOW)));
        refused(body + ".");
        refused(body);
        refused(forge.signed(body));
    }

    @Test
    void ourPublicKeyIsNoSharedSecret() throws JOSEException {
        var publicKey = forge.key.toECPublicKey().getEncoded();
        for (byte[] secret : List.of(
                publicKey,
                forge.key.toPublicJWK().toJSONString().getBytes(StandardCharsets.UTF_8),
                forge.key.getX().toString().getBytes(StandardCharsets.UTF_8))) {
            for (JWSAlgorithm algorithm : List.of(JWSAlgorithm.HS256, JWSAlgorithm.HS384, JWSAlgorithm.HS512)) {
                var header = new JWSHeader.Builder(algorithm)
                        .type(TokenVerifier.TYPE)
                        .keyID(TokenForge.KID)
                        .build();
                var jws = new JWSObject(header, new Payload(TokenForge.json(TokenForge.claims(NOW))));
                jws.sign(new MACSigner(Arrays.copyOf(secret, Math.max(64, secret.length))));
                refused(jws.serialize());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"HS256", "RS256", "ES384", "ES256K", "PS256", "EdDSA", "es256"})
    void theHeaderDoesNotChooseTheAlgorithm(String algorithm) {
        refused(forge.token(changed(TokenForge.header(), "alg", algorithm), TokenForge.claims(NOW)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"JWT", "at", "rt+jwt", "application/json", ""})
    void anotherTypeIsAnotherToken(String type) {
        refused(forge.token(changed(TokenForge.header(), "typ", type), TokenForge.claims(NOW)));
        refused(forge.token(changed(TokenForge.header(), "typ", null), TokenForge.claims(NOW)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "key-2",
                "../../keys/key-1",
                "key-1' OR '1'='1",
                "https://evil.example/key-1",
                "KEY-1",
                "key-1 "
            })
    void onlyOurOwnKeyIdsCount(String kid) {
        refused(forge.token(changed(TokenForge.header(), "kid", kid), TokenForge.claims(NOW)));
        refused(forge.token(changed(TokenForge.header(), "kid", null), TokenForge.claims(NOW)));
        refused(forge.token(changed(TokenForge.header(), "kid", "k".repeat(200)), TokenForge.claims(NOW)));
    }

    @Test
    void keysNamedOrCarriedInTheHeaderAreNotLookedAt() {
        var stranger = new TokenForge();
        var jwk = stranger.key.toPublicJWK().toJSONObject();
        for (var extra : Map.<String, Object>of(
                        "jku", "https://evil.example/keys",
                        "x5u", "https://evil.example/cert",
                        "jwk", jwk,
                        "zip", "DEF",
                        "crit", List.of("exp"),
                        "b64", false,
                        "cty", "JWT",
                        "x-unknown", "1")
                .entrySet()) {
            var header = changed(TokenForge.header(), extra.getKey(), extra.getValue());
            refused(stranger.token(header, TokenForge.claims(NOW)));
            refused(forge.token(header, TokenForge.claims(NOW)));
        }
    }

    @Test
    void aStrangersSignatureUnderOurKeyIdIsRefused() {
        refused(new TokenForge().token(TokenForge.header(), TokenForge.claims(NOW)));
    }

    @Test
    void signaturesOfZeroOrOutOfRangeOrOfAnotherFormAreRefused() {
        String token = forge.token(TokenForge.header(), TokenForge.claims(NOW));
        String body = token.substring(0, token.lastIndexOf('.') + 1);
        byte[] order =
                new BigInteger("ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551", 16).toByteArray();
        byte[] high = new byte[64];
        System.arraycopy(order, 1, high, 0, 32);
        System.arraycopy(order, 1, high, 32, 32);
        for (byte[] signature : List.of(new byte[64], new byte[0], new byte[63], new byte[65], high, new byte[132])) {
            refused(body + Base64URL.encode(signature));
        }
    }

    @Test
    void whatWasChangedAfterSigningIsRefused() {
        String token = forge.token(TokenForge.header(), TokenForge.claims(NOW));
        String[] parts = token.split("\\.");
        String admin = TokenForge.encode(TokenForge.json(changed(TokenForge.claims(NOW), "role", "super_admin")));
        refused(parts[0] + "." + admin + "." + parts[2]);
        refused(token + "." + token);
        refused(token + " " + token);
        refused(token.substring(0, token.length() - 2));
        refused("a.b.c.d.e");
        refused("");
        refused(null);
        refused("ey".repeat(32_000));
    }

    @Test
    void repeatedMembersAreRefused() {
        String claims = TokenForge.json(TokenForge.claims(NOW));
        refused(forge.token(
                TokenForge.json(TokenForge.header()),
                claims.substring(0, claims.length() - 1) + ",\"role\":\"admin\"}"));
        refused(forge.token("{\"alg\":\"none\",\"alg\":\"ES256\",\"typ\":\"at+jwt\",\"kid\":\"key-1\"}", claims));
    }

    @Test
    void issuerAudienceAndIdsMustBeOurs() {
        for (var wrong : Map.<String, Object>of(
                        "iss", "somebody",
                        "aud", "somebody",
                        "sub", "not-an-id",
                        "sid", "1",
                        "name", 7,
                        "perms", "paper_trade")
                .entrySet()) {
            refused(forge.token(
                    TokenForge.header(), changed(TokenForge.claims(NOW), wrong.getKey(), wrong.getValue())));
        }
        for (String missing : List.of("iss", "aud", "sub", "sid", "name", "role", "exp", "nbf", "iat")) {
            refused(forge.token(TokenForge.header(), changed(TokenForge.claims(NOW), missing, null)));
        }
        refused(forge.token(TokenForge.header(), changed(TokenForge.claims(NOW), "aud", List.of("moa", "else"))));
    }

    @Test
    void timesCountWithHalfAMinuteOfSkew() {
        String token = forge.token(TokenForge.header(), TokenForge.claims(NOW));
        clock.set(NOW.plusSeconds(900 + 29));
        verifier.verify(token);
        clock.set(NOW.plusSeconds(900 + 30));
        refused(token);
        clock.set(NOW.minusSeconds(30));
        verifier.verify(token);
        clock.set(NOW.minusSeconds(31));
        refused(token);
        clock.set(NOW);
        refused(forge.token(
                TokenForge.header(),
                changed(
                        TokenForge.claims(NOW),
                        "iat",
                        NOW.plus(Duration.ofMinutes(1)).getEpochSecond())));
    }

    @Test
    void aRememberedTokenEndsWithItsTimeAndWithItsKey() {
        String token = forge.token(TokenForge.header(), TokenForge.claims(NOW));
        verifier.verify(token);
        keyIsPublished = false;
        refused(token);
        keyIsPublished = true;
        verifier.verify(token);
        clock.advance(Duration.ofHours(1));
        refused(token);
    }

    private Optional<ECPublicKey> key(String kid) {
        try {
            return keyIsPublished && TokenForge.KID.equals(kid)
                    ? Optional.of(forge.key.toECPublicKey())
                    : Optional.empty();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private void refused(String token) {
        var problem = assertThrows(Problem.class, () -> verifier.verify(token), () -> "accepted " + token);
        assertEquals(401, problem.status());
        assertEquals("unauthenticated", problem.code());
    }

    private static Map<String, Object> changed(Map<String, Object> members, String name, Object value) {
        Map<String, Object> changed = new HashMap<>(members);
        if (value == null) {
            changed.remove(name);
        } else {
            changed.put(name, value);
        }
        return changed;
    }
}
