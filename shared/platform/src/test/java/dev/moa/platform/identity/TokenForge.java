package dev.moa.platform.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import io.micronaut.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Makes tokens by hand, right ones and wrong ones: headers and claims as they are given, signed with its own key. */
final class TokenForge {

    static final String KID = "key-1";
    static final String USER = "01900000-0000-7000-8000-000000000001";
    static final String SESSION = "01900000-0000-7000-8000-000000000002";

    private static final JsonMapper JSON = JsonMapper.createDefault();

    final ECKey key;

    TokenForge() {
        try {
            key = new ECKeyGenerator(Curve.P_256).keyID(KID).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    static Map<String, Object> header() {
        return new HashMap<>(Map.of("alg", "ES256", "typ", "at+jwt", "kid", KID));
    }

    static Map<String, Object> claims(Instant now) {
        Map<String, Object> claims = new HashMap<>();
        claims.put("iss", "moa");
        claims.put("aud", "moa");
        claims.put("sub", USER);
        claims.put("sid", SESSION);
        claims.put("name", "kim");
        claims.put("role", "user");
        claims.put("perms", List.of("paper_trade"));
        claims.put("iat", now.getEpochSecond());
        claims.put("nbf", now.getEpochSecond());
        claims.put("exp", now.plusSeconds(900).getEpochSecond());
        return claims;
    }

    String token(Map<String, Object> header, Map<String, Object> claims) {
        return token(json(header), json(claims));
    }

    String token(String header, String claims) {
        return signed(encode(header) + "." + encode(claims));
    }

    /** Signs whatever stands there with ES256. */
    String signed(String input) {
        try {
            JWSSigner signer = new ECDSASigner(key);
            var algorithm = new JWSHeader(JWSAlgorithm.ES256);
            return input + "." + signer.sign(algorithm, input.getBytes(StandardCharsets.US_ASCII));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    static String encode(String text) {
        return Base64URL.encode(text).toString();
    }

    static String json(Map<String, Object> members) {
        try {
            return JSON.writeValueAsString(members);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
