package dev.moa.auth.preference;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Kept for other features of this service too: a newcomer gets the first ones with the account. */
public interface PreferenceStore {

    void save(UUID accountId, Preferences preferences, Instant now);

    Optional<Preferences> find(UUID accountId);
}
