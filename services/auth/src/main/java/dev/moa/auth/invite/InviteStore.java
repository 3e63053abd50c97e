package dev.moa.auth.invite;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

interface InviteStore {

    void insert(Invite invite, byte[] codeHash);

    /** An invite that can still be used; inside a transaction nobody else can use it meanwhile. */
    Optional<Invite> findOpen(byte[] codeHash, Instant now);

    void markUsed(UUID inviteId, UUID accountId, Instant now);

    /** Newest first, ids below the given one. */
    List<Invite> list(UUID before, int limit);

    boolean deleteUnused(UUID inviteId);
}
