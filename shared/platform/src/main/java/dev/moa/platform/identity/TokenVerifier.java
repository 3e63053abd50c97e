package dev.moa.platform.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.moa.platform.problem.Problem;
import jakarta.inject.Singleton;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Checks access tokens as RFC 8725 asks: one algorithm, named by us; an explicit type; only our own keys; issuer,
 * audience and times. Whatever is wrong, the answer is the same.
 */
@Singleton
class TokenVerifier {

    static final String ISSUER = "moa";
    static final String AUDIENCE = "moa";
    static final JOSEObjectType TYPE = new JOSEObjectType("at+jwt");
    static final Duration SKEW = Duration.ofSeconds(30);

    private static final int LONGEST = 4096;
    private static final int LONGEST_KID = 64;
    private static final Set<String> KNOWN_HEADERS = Set.of("alg", "typ", "kid");

    private final TokenKeys keys;
    private final Clock clock;
    private final VerifiedTokens verified = new VerifiedTokens();

    TokenVerifier(TokenKeys keys, Clock clock) {
        this.keys = keys;
        this.clock = clock;
    }

    /** The claims of a token that counts right now; 401 otherwise. */
    Claims verify(String token) {
        if (token == null || token.length() > LONGEST) {
            throw refused();
        }
        Claims claims = verified.find(token).orElse(null);
        if (claims == null) {
            claims = read(token);
            verified.remember(token, claims);
        }
        if (!claims.countsAt(clock.instant()) || keys.find(claims.kid()).isEmpty()) {
            throw refused();
        }
        return claims;
    }

    private Claims read(String token) {
        try {
            SignedJWT jwt = SignedJWT.parse(token);
            JWSHeader header = jwt.getHeader();
            if (!isAcceptable(header)) {
                throw refused();
            }
            var key = keys.find(header.getKeyID()).orElseThrow(TokenVerifier::refused);
            if (!jwt.verify(new ECDSAVerifier(key))) {
                throw refused();
            }
            return Claims.of(header.getKeyID(), jwt.getJWTClaimsSet());
        } catch (ParseException | JOSEException | IllegalArgumentException malformed) {
            throw refused();
        }
    }

    private static boolean isAcceptable(JWSHeader header) {
        return JWSAlgorithm.ES256.equals(header.getAlgorithm())
                && TYPE.equals(header.getType())
                && KNOWN_HEADERS.containsAll(header.getIncludedParams())
                && header.getKeyID() != null
                && header.getKeyID().length() <= LONGEST_KID;
    }

    private static Problem refused() {
        return Problem.unauthenticated("The access token is missing, has expired or does not count.");
    }

    /** What a token says; the session may know better. */
    record Claims(
            String kid,
            UUID userId,
            UUID sessionId,
            String username,
            String role,
            Set<String> permissions,
            Instant notBefore,
            Instant expiresAt) {

        static Claims of(String kid, JWTClaimsSet claims) throws ParseException {
            List<String> permissions = claims.getStringListClaim("perms");
            if (!ISSUER.equals(claims.getIssuer()) || !List.of(AUDIENCE).equals(claims.getAudience())) {
                throw refused();
            }
            return new Claims(
                    kid,
                    UUID.fromString(text(claims, "sub")),
                    UUID.fromString(text(claims, "sid")),
                    text(claims, "name"),
                    text(claims, "role"),
                    permissions == null ? Set.of() : Set.copyOf(permissions),
                    latest(time(claims.getIssueTime()), time(claims.getNotBeforeTime())),
                    time(claims.getExpirationTime()));
        }

        boolean countsAt(Instant now) {
            return now.isBefore(expiresAt.plus(SKEW)) && !now.plus(SKEW).isBefore(notBefore);
        }

        Caller unverified() {
            return new Caller(userId, sessionId, username, role, permissions, false);
        }

        private static String text(JWTClaimsSet claims, String name) throws ParseException {
            String value = claims.getStringClaim(name);
            if (value == null) {
                throw refused();
            }
            return value;
        }

        private static Instant time(Date date) {
            if (date == null) {
                throw refused();
            }
            return date.toInstant();
        }

        private static Instant latest(Instant one, Instant other) {
            return one.isAfter(other) ? one : other;
        }
    }
}
