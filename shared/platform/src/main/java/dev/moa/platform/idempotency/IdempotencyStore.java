package dev.moa.platform.idempotency;

import dev.moa.platform.json.Json;
import dev.moa.platform.problem.Problem;
import dev.moa.platform.sql.Sql;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;

/**
 * Keys and the answers given under them. For a use case with a transaction of its own: {@link #begin} first, {@link
 * #complete} last, both inside it, so that key and effect commit together.
 */
@Singleton
public class IdempotencyStore {

    private static final String LOCK = "select pg_try_advisory_xact_lock(hashtextextended(?, 7771)) as mine";
    private static final String FIND =
            "select body_hash, state, status, body from idempotency where user_id = ? and route = ? and key = ?";
    private static final String INSERT =
            "insert into idempotency (user_id, route, key, body_hash, state, status, body) values (?, ?, ?, ?, ?, ?, ?)";
    private static final String DONE = "DONE";
    private static final String REFUSED = "REFUSED";

    private final Sql sql;
    private final Json json;

    IdempotencyStore(Sql sql, Json json) {
        this.sql = sql;
        this.json = json;
    }

    /**
     * Takes the key until the end of the transaction.
     *
     * @return the answer to give again; empty when this is the first time and the work is to be done
     * @throws Problem 409 {@code idempotency_in_progress} while another call with this key runs, 422 {@code
     *     idempotency_key_reused} when it was used with another body
     */
    public Optional<StoredAnswer> begin(Claim claim) {
        String lock = claim.userId() + " " + claim.route() + " " + claim.key();
        if (!sql.one(LOCK, rs -> rs.getBoolean("mine"), lock).orElse(false)) {
            throw Problem.conflict("idempotency_in_progress", "The first call with this key is still running.")
                    .retryAfter(Duration.ofSeconds(1));
        }
        return sql.one(
                        FIND,
                        rs -> new Found(
                                rs.getString("body_hash"),
                                new StoredAnswer(
                                        rs.getInt("status"),
                                        rs.getString("body"),
                                        rs.getString("state").equals(REFUSED))),
                        claim.userId(),
                        claim.route(),
                        claim.key())
                .map(found -> sameBody(claim, found));
    }

    /** Keeps the answer under the key and gives it as it will be given again. */
    public StoredAnswer complete(Claim claim, Answer answer) {
        String body = answer.body() == null ? null : json.write(answer.body());
        insert(claim, DONE, new StoredAnswer(answer.status(), body, false));
        return new StoredAnswer(answer.status(), body, false);
    }

    /** Keeps a refusal under the key; in the transaction of {@link #begin}. */
    public void refuse(Claim claim, Problem problem) {
        insert(claim, REFUSED, new StoredAnswer(problem.status(), json.write(KeptProblem.of(problem)), true));
    }

    private void insert(Claim claim, String state, StoredAnswer answer) {
        sql.update(
                INSERT,
                claim.userId(),
                claim.route(),
                claim.key(),
                claim.bodyHash(),
                state,
                answer.status(),
                answer.body());
    }

    private static StoredAnswer sameBody(Claim claim, Found found) {
        if (!found.bodyHash().equals(claim.bodyHash())) {
            throw Problem.refused("idempotency_key_reused", "This key was used before with another body.");
        }
        return found.answer();
    }

    private record Found(String bodyHash, StoredAnswer answer) {}
}
