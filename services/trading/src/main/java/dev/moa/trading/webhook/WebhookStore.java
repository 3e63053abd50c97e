package dev.moa.trading.webhook;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

interface WebhookStore {
    /**
     * @param lastSeq the highest number seen; null for none
     * @param heartbeatMinutes how long it may be silent; null for as long as it likes
     * @param silentSince since when its silence has been told of; null while all is well
     */
    record Listening(
            UUID strategyId,
            String sequencePolicy,
            Long lastSeq,
            Integer heartbeatMinutes,
            Instant heardAt,
            Instant silentSince) {}

    /** A webhook that has been silent for too long. */
    record Silent(UUID strategyId, UUID userId, String name, Instant heardAt, int minutes) {}

    /** Makes it or changes what is expected of it; a new beginning for sequence and silence when it is new or rotated. */
    Listening set(UUID strategyId, UUID userId, String sequencePolicy, Integer heartbeatMinutes, Instant now);

    Optional<Listening> find(UUID strategyId);

    /** Locks it until the end of the transaction; made with defaults when it is older than this table. */
    Listening hold(UUID strategyId, UUID userId, Instant now);

    /** Something arrived; {@code seq} null for without a number. */
    void heard(UUID strategyId, Long seq, Instant now);

    /** Whether this nonce is new; false when it was used with this same body. @throws dev.moa.platform.problem.Problem 409 with another */
    boolean take(UUID strategyId, String nonce, String bodyHash, Instant now);

    void forgetNonces(Instant before);

    /** Marks those that are silent for too long now, each once; inside a transaction. */
    List<Silent> fallenSilent(Instant now);
}
