package dev.moa.platform.problem;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import jakarta.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

@Singleton
class ProblemHandler implements ExceptionHandler<Problem, HttpResponse<?>> {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemHandler.class);

    private final ProblemAnswers answers;

    ProblemHandler(ProblemAnswers answers) {
        this.answers = answers;
    }

    @Override
    @SuppressWarnings("rawtypes") // the framework asks for it
    public HttpResponse<?> handle(HttpRequest request, Problem problem) {
        if (problem.status() >= 500) {
            LOG.warn("{}: {} ({})", problem.code(), problem.detail(), String.valueOf(problem.getCause()));
        }
        return answers.write((HttpRequest<?>) request, problem, HttpResponse.ok());
    }
}
