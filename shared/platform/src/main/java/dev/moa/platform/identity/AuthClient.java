package dev.moa.platform.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import dev.moa.platform.identity.InnerClient.Peer;
import dev.moa.platform.problem.DependencyAway;
import io.micronaut.context.annotation.Secondary;
import jakarta.inject.Singleton;
import java.security.interfaces.ECPublicKey;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks auth for its public keys (kept, fetched again when a token names an unknown one) and about sessions. */
@Singleton
@Secondary
class AuthClient implements TokenKeys, SessionSource {

    private static final Logger LOG = LoggerFactory.getLogger(AuthClient.class);
    private static final Duration AT_MOST_EVERY = Duration.ofSeconds(10);
    private static final Duration FIRST_RETRY = Duration.ofSeconds(1);
    private static final Duration FRESH = Duration.ofMinutes(5);

    private final InnerClient inner;
    private final Clock clock;
    private final ReentrantLock fetching = new ReentrantLock();
    private volatile Map<String, ECPublicKey> keys = Map.of();
    private volatile Instant freshUntil = Instant.MIN;
    private volatile Instant nextFetch = Instant.MIN;

    AuthClient(InnerClient inner, Clock clock) {
        this.inner = inner;
        this.clock = clock;
    }

    @Override
    public Optional<SessionState> find(UUID sessionId) {
        return inner.find(Peer.AUTH, "/internal/sessions/" + sessionId, SessionState.class);
    }

    @Override
    public Optional<ECPublicKey> find(String kid) {
        ECPublicKey known = keys.get(kid);
        if (known == null) {
            fetching.lock();
            try {
                fetchUnlessTooSoon();
            } finally {
                fetching.unlock();
            }
        } else if (!clock.instant().isBefore(freshUntil) && fetching.tryLock()) {
            refresh();
        }
        return Optional.ofNullable(keys.get(kid));
    }

    /** A known key stays good while auth is away; nobody waits for its refresh but the one who makes it. */
    private void refresh() {
        try {
            fetchUnlessTooSoon();
        } catch (DependencyAway auth) {
            LOG.info("auth's keys cannot be refreshed, the known ones stay: {}", auth.getMessage());
        } finally {
            fetching.unlock();
        }
    }

    private void fetchUnlessTooSoon() {
        Instant now = clock.instant();
        if (now.isBefore(nextFetch)) {
            if (keys.isEmpty()) {
                throw new DependencyAway(Peer.AUTH.word());
            }
            return;
        }
        nextFetch = now.plus(keys.isEmpty() ? FIRST_RETRY : AT_MOST_EVERY);
        keys = parse(inner.get(Peer.AUTH, "/internal/keys", Map.class));
        nextFetch = now.plus(AT_MOST_EVERY);
        freshUntil = now.plus(FRESH);
    }

    private static Map<String, ECPublicKey> parse(Map<?, ?> set) {
        try {
            Map<String, Object> members = new HashMap<>();
            set.forEach((name, value) -> members.put(String.valueOf(name), value));
            Map<String, ECPublicKey> parsed = new HashMap<>();
            for (var key : JWKSet.parse(members).getKeys()) {
                if (key instanceof ECKey ec && Curve.P_256.equals(ec.getCurve()) && ec.getKeyID() != null) {
                    parsed.put(ec.getKeyID(), ec.toECPublicKey());
                }
            }
            return Map.copyOf(parsed);
        } catch (ParseException | JOSEException unreadable) {
            throw new DependencyAway(Peer.AUTH.word(), unreadable);
        }
    }
}
