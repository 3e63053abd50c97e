package dev.moa.platform.identity;

import dev.moa.crypto.token.Tokens;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Tokens whose signature was checked before, by hash: one ES256 check costs milliseconds. The times are checked again
 * by whoever asks; what was used longest ago is forgotten first.
 */
final class VerifiedTokens {

    private static final int MOST = 2000;

    private final Map<String, TokenVerifier.Claims> byHash = new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, TokenVerifier.Claims> eldest) {
            return size() > MOST;
        }
    };

    Optional<TokenVerifier.Claims> find(String token) {
        String hash = Tokens.sha256Hex(token);
        synchronized (byHash) {
            return Optional.ofNullable(byHash.get(hash));
        }
    }

    void remember(String token, TokenVerifier.Claims claims) {
        String hash = Tokens.sha256Hex(token);
        synchronized (byHash) {
            byHash.put(hash, claims);
        }
    }
}
