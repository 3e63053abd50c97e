package dev.moa.platform.idempotency;

import dev.moa.platform.identity.Caller;
import dev.moa.platform.json.Json;
import dev.moa.platform.json.UnreadableJson;
import dev.moa.platform.problem.Problem;
import dev.moa.platform.sql.Sql;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Singleton;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** The rules of {@code Idempotency-Key} for controllers. */
@Singleton
public class Idempotency {

    /** The request header: 8 to 128 visible ASCII characters. */
    public static final String HEADER = "Idempotency-Key";

    /** The header that marks an answer given before. */
    public static final String REPLAYED = "Idempotency-Replayed";

    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7E]{8,128}");
    /** Refusals by a rule of the use case; whatever is about the call itself may be right the next time. */
    private static final Set<Integer> KEPT = Set.of(404, 409, 422, 423);

    private final Sql sql;
    private final IdempotencyStore store;
    private final Json json;

    Idempotency(Sql sql, IdempotencyStore store, Json json) {
        this.sql = sql;
        this.store = store;
        this.json = json;
    }

    /**
     * Runs the action once per key, in a transaction that also stores its answer. Refusals with 404, 409, 422 and 423
     * undo the action's writes and are stored; any other exception leaves no trace of the call.
     *
     * @param body the request body, as text or as the record it was read into
     * @throws Problem 400 {@code idempotency_key_required} or {@code idempotency_key_invalid}, and those of {@link
     *     IdempotencyStore#begin}
     */
    public HttpResponse<?> run(Caller caller, HttpRequest<?> request, Object body, Supplier<Answer> action) {
        Claim claim = claim(caller, request, body);
        try {
            return sql.inTransaction(() ->
                    store.begin(claim).map(this::replay).orElseGet(() -> answer(store.complete(claim, action.get()))));
        } catch (Problem refusal) {
            keep(claim, refusal);
            throw refusal;
        }
    }

    /** As {@link #run}, but a call without a key is simply run, in a transaction. */
    public HttpResponse<?> runIfKeyed(Caller caller, HttpRequest<?> request, Object body, Supplier<Answer> action) {
        if (request.getHeaders().contains(HEADER)) {
            return run(caller, request, body, action);
        }
        Answer answer = sql.inTransaction(action);
        return answer(
                new StoredAnswer(answer.status(), answer.body() == null ? null : json.write(answer.body()), false));
    }

    /** The claim of this call, for use cases that keep it in their own transaction. */
    public Claim claim(Caller caller, HttpRequest<?> request, Object body) {
        String key = request.getHeaders().get(HEADER);
        if (key == null) {
            throw Problem.badRequest("idempotency_key_required", "This call needs the header " + HEADER + ".");
        }
        if (!KEY.matcher(key).matches()) {
            throw Problem.badRequest("idempotency_key_invalid", HEADER + " must be 8 to 128 visible ASCII characters.");
        }
        String route = request.getMethodName() + " " + request.getPath();
        return new Claim(caller.userId(), route, key, CanonicalBody.hash(tree(body)));
    }

    /** A stored answer as it is given again: a refusal is thrown. */
    public HttpResponse<?> replay(StoredAnswer stored) {
        if (stored.refused()) {
            throw json.read(stored.body(), KeptProblem.class).again().header(REPLAYED, "true");
        }
        return answer(stored).header(REPLAYED, "true");
    }

    /** An answer given for the first time, byte for byte as it is stored. */
    public MutableHttpResponse<?> answer(StoredAnswer stored) {
        MutableHttpResponse<String> response = HttpResponse.status(HttpStatus.valueOf(stored.status()));
        return stored.body() == null
                ? response
                : response.body(stored.body()).contentType(MediaType.APPLICATION_JSON_TYPE);
    }

    private void keep(Claim claim, Problem refusal) {
        if (!KEPT.contains(refusal.status())
                || refusal.headers().containsKey(REPLAYED)
                || refusal.code().startsWith("idempotency_")) {
            return;
        }
        sql.inTransaction(() -> {
            if (store.begin(claim).isEmpty()) {
                store.refuse(claim, refusal);
            }
        });
    }

    private Object tree(Object body) {
        String text = body instanceof String raw ? raw : body == null ? "" : json.write(body);
        try {
            return text.isBlank() ? null : json.read(text, Object.class);
        } catch (UnreadableJson notJson) {
            return text;
        }
    }
}
