package dev.moa.auth.session;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

interface SessionStore {

    void insert(Session session);

    /** The living session of our bot for this person, made when there is none; false when there was one. */
    boolean insertUnlessThere(Session session);

    Optional<Session> find(UUID sessionId);

    Optional<Session> findOfTelegram(UUID accountId);

    /** As {@link #find}, and nobody else can change it until this transaction ends. */
    Optional<Session> lock(UUID sessionId);

    /** Living sessions of a person's devices, newest first. */
    List<Session> listAlive(UUID accountId, Instant now, UUID before, int limit);

    void prolong(UUID sessionId, Instant seenAt, Instant expiresAt);

    /** False when it had ended before. */
    boolean end(UUID sessionId, Instant now, String reason);

    /** Ended sessions of which Redis may not know yet. */
    List<UUID> untoldEnds(int limit);

    void markTold(UUID sessionId);

    int deleteEndedBefore(Instant limit);
}
