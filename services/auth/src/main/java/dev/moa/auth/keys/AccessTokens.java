package dev.moa.auth.keys;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;

/** Signs access tokens. */
@Singleton
public class AccessTokens {

    private static final String NAME = "moa";

    private final Clock clock;
    private final JWSSigner signer;
    private final JWSHeader header;

    AccessTokens(AuthKeys keys, Clock clock) throws JOSEException {
        this.clock = clock;
        this.signer = new ECDSASigner(keys.current().privateKey());
        this.header = new JWSHeader.Builder(JWSAlgorithm.ES256)
                .type(new JOSEObjectType("at+jwt"))
                .keyID(keys.current().id())
                .build();
    }

    /** A token of the bearer that counts for so long. */
    public String issue(Bearer bearer, Duration life) {
        Instant now = clock.instant();
        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder()
                .issuer(NAME)
                .audience(NAME)
                .subject(bearer.userId().toString())
                .jwtID(UUID.randomUUID().toString())
                .claim("sid", bearer.sessionId().toString())
                .claim("name", bearer.username())
                .claim("role", bearer.role())
                .claim("perms", bearer.permissions())
                .claim("act", bearer.actor())
                .issueTime(Date.from(now))
                .notBeforeTime(Date.from(now))
                .expirationTime(Date.from(now.plus(life)));
        SignedJWT token = new SignedJWT(header, claims.build());
        try {
            token.sign(signer);
        } catch (JOSEException unusable) {
            throw new IllegalStateException("the signing key does not sign", unusable);
        }
        return token.serialize();
    }

    /**
     * Whom a token speaks for.
     *
     * @param actor null for the person; {@code telegram} when our bot acts for the person
     */
    public record Bearer(
            UUID userId, UUID sessionId, String username, String role, List<String> permissions, String actor) {}
}
