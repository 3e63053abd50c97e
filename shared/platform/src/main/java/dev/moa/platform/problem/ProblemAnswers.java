package dev.moa.platform.problem;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** Writes a {@link Problem} as an answer. */
@Singleton
class ProblemAnswers {

    private final JsonMapper json;

    ProblemAnswers(JsonMapper json) {
        this.json = json;
    }

    MutableHttpResponse<String> write(HttpRequest<?> request, Problem problem, MutableHttpResponse<?> into) {
        into.status(problem.status(), title(problem.status()));
        problem.headers().forEach((name, value) -> into.getHeaders().set(name, value));
        into.getHeaders().set(RequestIds.HEADER, RequestIds.of(request));
        return into.body(text(request, problem)).contentType(MediaType.APPLICATION_JSON_PROBLEM_TYPE);
    }

    private String text(HttpRequest<?> request, Problem problem) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", "urn:moa:problem:" + problem.code());
        body.put("title", title(problem.status()));
        body.put("status", problem.status());
        body.put("detail", problem.detail());
        body.put("instance", "urn:moa:request:" + RequestIds.of(request));
        body.put("code", problem.code());
        if (problem.hasFields()) {
            body.put("errors", problem.fields());
        }
        problem.members().forEach(body::putIfAbsent);
        try {
            return json.writeValueAsString(body);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private static String title(int status) {
        try {
            return HttpStatus.valueOf(status).getReason();
        } catch (IllegalArgumentException unknown) {
            return "Status " + status;
        }
    }
}
