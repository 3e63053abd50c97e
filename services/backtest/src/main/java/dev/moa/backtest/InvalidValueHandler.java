package dev.moa.backtest;

import dev.moa.domain.value.InvalidValue;
import dev.moa.platform.problem.Problem;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import jakarta.inject.Singleton;

/** What the domain's value types refuse is the caller's mistake: 400 with the field. */
@Singleton
final class InvalidValueHandler implements ExceptionHandler<InvalidValue, HttpResponse<?>> {
    private final ExceptionHandler<Problem, HttpResponse<?>> problems;

    InvalidValueHandler(ExceptionHandler<Problem, HttpResponse<?>> problems) {
        this.problems = problems;
    }

    @Override
    @SuppressWarnings("rawtypes") // the framework asks for it
    public HttpResponse<?> handle(HttpRequest request, InvalidValue refused) {
        return problems.handle(request, Problem.invalid().field(refused.field(), refused.problem()));
    }
}
