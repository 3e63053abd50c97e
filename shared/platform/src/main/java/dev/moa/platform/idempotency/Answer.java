package dev.moa.platform.idempotency;

/**
 * What a use case answers.
 *
 * @param status 200, 201 or 202
 * @param body a {@code @Serdeable} value, null for none
 */
public record Answer(int status, Object body) {

    public static Answer ok(Object body) {
        return new Answer(200, body);
    }

    public static Answer created(Object body) {
        return new Answer(201, body);
    }
}
