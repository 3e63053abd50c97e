package dev.moa.platform.problem;

import io.micronaut.context.annotation.Replaces;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import io.micronaut.security.authentication.AuthorizationException;
import io.micronaut.security.authentication.DefaultAuthorizationExceptionHandler;
import jakarta.inject.Singleton;

/** Nobody there: 401. Somebody who may not: 403. */
@Singleton
@Replaces(DefaultAuthorizationExceptionHandler.class)
class DeniedHandler implements ExceptionHandler<AuthorizationException, HttpResponse<?>> {

    private final ProblemAnswers answers;

    DeniedHandler(ProblemAnswers answers) {
        this.answers = answers;
    }

    @Override
    @SuppressWarnings("rawtypes") // the framework asks for it
    public HttpResponse<?> handle(HttpRequest request, AuthorizationException denied) {
        Problem problem = denied.isForbidden()
                ? Problem.forbidden("forbidden", "You may not do this.")
                : Problem.unauthenticated("Sign in first.");
        return answers.write((HttpRequest<?>) request, problem, HttpResponse.ok());
    }
}
