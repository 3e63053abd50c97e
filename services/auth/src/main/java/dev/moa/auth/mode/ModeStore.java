package dev.moa.auth.mode;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

interface ModeStore {

    Optional<String> find(UUID userId);

    /** Keeps the mode unless a younger change is known. */
    void keep(UUID userId, String mode, Instant changedAt);
}
