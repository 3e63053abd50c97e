package dev.moa.platform.problem;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A refusal that may be shown to the caller. Thrown anywhere below a controller it becomes an
 * {@code application/problem+json} answer with a stable {@code code}.
 *
 * <p>The detail and the field messages are written by us, for people: they never carry what the caller sent, SQL or
 * class names. Stack traces are not filled in, since a refusal is an ordinary outcome.
 */
public class Problem extends RuntimeException {

    private final int status;
    private final String code;
    private final List<Map<String, String>> fields = new ArrayList<>();
    private final Map<String, Object> members = new LinkedHashMap<>();
    private final Map<String, String> headers = new LinkedHashMap<>();

    /** Only for subclasses that callers must be able to catch by name; everybody else uses {@link #of}. */
    protected Problem(int status, String code, String detail) {
        this(status, code, detail, null);
    }

    /** As above; the cause is for the log only. */
    protected Problem(int status, String code, String detail, Throwable cause) {
        super(detail, cause, false, false);
        this.status = status;
        this.code = code;
    }

    /** @param code a stable machine word in snake_case, unique to this kind of refusal */
    public static Problem of(int status, String code, String detail) {
        return new Problem(status, code, detail, null);
    }

    /** 400 {@code code}: the call itself is malformed. */
    public static Problem badRequest(String code, String detail) {
        return of(400, code, detail);
    }

    /** 400 {@code validation_failed}; add what is wrong with {@link #field}. */
    public static Problem invalid() {
        return badRequest("validation_failed", "Some fields are missing or not acceptable.");
    }

    /** 401 {@code unauthenticated}. */
    public static Problem unauthenticated(String detail) {
        return of(401, "unauthenticated", detail).header("WWW-Authenticate", "Bearer");
    }

    /** 403 {@code code}. */
    public static Problem forbidden(String code, String detail) {
        return of(403, code, detail);
    }

    /** 404 {@code not_found}, the same for what is not there and for what belongs to somebody else. */
    public static Problem notFound() {
        return of(404, "not_found", "There is nothing here under this name.");
    }

    /** 409 {@code code}. */
    public static Problem conflict(String code, String detail) {
        return of(409, code, detail);
    }

    /** 422 {@code code}: understood, and refused by a rule. */
    public static Problem refused(String code, String detail) {
        return of(422, code, detail);
    }

    /** Adds one entry to {@code errors}. The field is named as in the JSON, in snake_case. */
    public Problem field(String field, String message) {
        fields.add(Map.of("field", field, "message", message));
        return this;
    }

    /** Adds an extension member, for example the reasons of a risk refusal; null values are left out. */
    public Problem with(String member, Object value) {
        if (value != null) {
            members.put(member, value);
        }
        return this;
    }

    /** Adds a response header. */
    public Problem header(String name, String value) {
        headers.put(name, value);
        return this;
    }

    /** Adds {@code Retry-After}, rounded up to whole seconds and at least one. */
    public Problem retryAfter(Duration wait) {
        return header(
                "Retry-After", Long.toString(Math.max(1, wait.plusMillis(999).toSeconds())));
    }

    /** Whether a {@link #field} was added. */
    public boolean hasFields() {
        return !fields.isEmpty();
    }

    public int status() {
        return status;
    }

    public String code() {
        return code;
    }

    /** The sentence for people. */
    public String detail() {
        return getMessage();
    }

    public List<Map<String, String>> fields() {
        return List.copyOf(fields);
    }

    public Map<String, Object> members() {
        return Map.copyOf(members);
    }

    public Map<String, String> headers() {
        return Map.copyOf(headers);
    }
}
