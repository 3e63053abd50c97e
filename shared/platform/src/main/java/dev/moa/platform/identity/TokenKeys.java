package dev.moa.platform.identity;

import java.security.interfaces.ECPublicKey;
import java.util.Optional;

/** The public keys (P-256) whose signatures on access tokens count. */
public interface TokenKeys {

    /**
     * @param kid the key id named by a token; only ever compared with the ids of our own set
     * @throws dev.moa.platform.problem.DependencyAway when the set cannot be fetched and the id is not known
     */
    Optional<ECPublicKey> find(String kid);
}
