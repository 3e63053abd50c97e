package dev.moa.platform.problem;

import io.micronaut.context.annotation.Replaces;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import io.micronaut.validation.exceptions.ConstraintExceptionHandler;
import jakarta.inject.Singleton;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import java.util.ArrayList;
import java.util.List;

/** Bean validation on request bodies and parameters: one {@code errors} entry per violated constraint. */
@Singleton
@Replaces(ConstraintExceptionHandler.class)
class ViolationHandler implements ExceptionHandler<ConstraintViolationException, HttpResponse<?>> {

    private final ProblemAnswers answers;

    ViolationHandler(ProblemAnswers answers) {
        this.answers = answers;
    }

    @Override
    @SuppressWarnings("rawtypes") // the framework asks for it
    public HttpResponse<?> handle(HttpRequest request, ConstraintViolationException violated) {
        Problem problem = Problem.invalid();
        violated.getConstraintViolations().stream()
                .sorted((a, b) -> field(a).compareTo(field(b)))
                .forEach(violation -> problem.field(field(violation), violation.getMessage()));
        return answers.write((HttpRequest<?>) request, problem, HttpResponse.ok());
    }

    private static String field(ConstraintViolation<?> violation) {
        List<String> properties = new ArrayList<>();
        String parameter = "";
        for (Path.Node node : violation.getPropertyPath()) {
            if (node.getKind() == ElementKind.PROPERTY) {
                properties.add(FieldNames.snake(node.getName()));
            } else if (node.getKind() == ElementKind.PARAMETER) {
                parameter = FieldNames.snake(node.getName());
            }
        }
        return properties.isEmpty() ? parameter : String.join(".", properties);
    }
}
