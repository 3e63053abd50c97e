package dev.moa.platform.idempotency;

import dev.moa.platform.json.Json;
import dev.moa.platform.problem.Problem;
import dev.moa.platform.sql.Sql;
import dev.moa.platform.sql.SqlFailure;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;

/**
 * Keys and the answers given under them. For a use case with a transaction of its own: {@link #begin} first, {@link
 * #complete} last, both inside it, so that key and effect commit together. One that gathers its writes asks {@link
 * #find} before and writes the row of {@link #kept} itself: a second use of the key is then a duplicate row.
 */
@Singleton
public class IdempotencyStore {

    /** One round trip. A row committed between this statement's snapshot and its lock is met by {@link #insert}. */
    private static final String BEGIN = "select mine, body_hash, state, status, body"
            + " from (select pg_try_advisory_xact_lock(hashtextextended(?, 7771)) as mine) as lock"
            + " left join idempotency on user_id = ? and route = ? and key = ?";

    /** The row of {@link Kept}. */
    public static final String INSERT =
            "insert into idempotency (user_id, route, key, body_hash, state, status, body) values (?, ?, ?, ?, ?, ?, ?)";

    private static final String FIND = "select true as mine, body_hash, state, status, body from idempotency"
            + " where user_id = ? and route = ? and key = ?";

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
        Found found = sql.one(
                        BEGIN,
                        Found::of,
                        claim.userId() + " " + claim.route() + " " + claim.key(),
                        claim.userId(),
                        claim.route(),
                        claim.key())
                .orElseThrow();
        if (!found.mine()) {
            throw inProgress();
        }
        return found.bodyHash() == null ? Optional.empty() : Optional.of(sameBody(claim, found));
    }

    /**
     * The answer to give again, if the key was used before. Does not take the key.
     *
     * @throws Problem 422 {@code idempotency_key_reused} when it was used with another body
     */
    public Optional<StoredAnswer> find(Claim claim) {
        return sql.one(FIND, Found::of, claim.userId(), claim.route(), claim.key())
                .map(found -> sameBody(claim, found));
    }

    /** An answer and the row, for {@link #INSERT}, that keeps it. */
    public record Kept(StoredAnswer answer, Object[] row) {}

    public Kept kept(Claim claim, Answer answer) {
        String body = answer.body() == null ? null : json.write(answer.body());
        return kept(claim, DONE, new StoredAnswer(answer.status(), body, false));
    }

    /** The same for a refusal. */
    public Kept kept(Claim claim, Problem problem) {
        return kept(claim, REFUSED, new StoredAnswer(problem.status(), json.write(KeptProblem.of(problem)), true));
    }

    private static Kept kept(Claim claim, String state, StoredAnswer answer) {
        return new Kept(answer, new Object[] {
            claim.userId(), claim.route(), claim.key(), claim.bodyHash(), state, answer.status(), answer.body()
        });
    }

    /** Keeps the answer under the key and gives it as it will be given again. */
    public StoredAnswer complete(Claim claim, Answer answer) {
        return insert(kept(claim, answer));
    }

    /** Keeps a refusal under the key; in the transaction of {@link #begin}. */
    public void refuse(Claim claim, Problem problem) {
        insert(kept(claim, problem));
    }

    private StoredAnswer insert(Kept kept) {
        try {
            sql.update(INSERT, kept.row());
        } catch (SqlFailure failure) {
            throw failure.isDuplicate() ? inProgress() : failure;
        }
        return kept.answer();
    }

    /** 409: another call with this key has not been answered yet. */
    public static Problem inProgress() {
        return Problem.conflict("idempotency_in_progress", "The first call with this key is still running.")
                .retryAfter(Duration.ofSeconds(1));
    }

    private static StoredAnswer sameBody(Claim claim, Found found) {
        if (!found.bodyHash().equals(claim.bodyHash())) {
            throw Problem.refused("idempotency_key_reused", "This key was used before with another body.");
        }
        return found.answer();
    }

    /** @param bodyHash null when the key is new */
    private record Found(boolean mine, String bodyHash, StoredAnswer answer) {
        static Found of(ResultSet rs) throws SQLException {
            return new Found(
                    rs.getBoolean("mine"),
                    rs.getString("body_hash"),
                    new StoredAnswer(rs.getInt("status"), rs.getString("body"), REFUSED.equals(rs.getString("state"))));
        }
    }
}
