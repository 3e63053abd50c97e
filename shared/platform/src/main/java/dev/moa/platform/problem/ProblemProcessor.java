package dev.moa.platform.problem;

import io.micronaut.context.annotation.Primary;
import io.micronaut.core.convert.exceptions.ConversionErrorException;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import io.micronaut.web.router.RouteAttributes;
import io.micronaut.web.router.exceptions.UnsatisfiedRouteException;
import jakarta.inject.Singleton;

/**
 * The framework's own refusals (unknown route, unreadable body, wrong media type) and everything unforeseen. What the
 * framework wanted to say is dropped, because its messages repeat input and name classes.
 */
@Singleton
@Primary
class ProblemProcessor implements ErrorResponseProcessor<String> {

    private final ProblemAnswers answers;

    ProblemProcessor(ProblemAnswers answers) {
        this.answers = answers;
    }

    @Override
    public MutableHttpResponse<String> processResponse(ErrorContext context, MutableHttpResponse<?> response) {
        Throwable cause = context.getRootCause().orElse(null);
        return answers.write(context.getRequest(), problem(context.getRequest(), response.code(), cause), response);
    }

    private static Problem problem(HttpRequest<?> request, int status, Throwable cause) {
        return switch (cause) {
            case Problem problem -> problem;
            case ConversionErrorException unreadable when status == 400 -> argument(request, unreadable.getArgument());
            case UnsatisfiedRouteException missing when status == 400 -> argument(request, missing.getArgument());
            case null, default -> byStatus(status);
        };
    }

    private static Problem argument(HttpRequest<?> request, Argument<?> argument) {
        boolean inPath = RouteAttributes.getRouteMatch(request)
                .filter(route -> route.getVariableValues().containsKey(argument.getName()))
                .isPresent();
        if (inPath) {
            return Problem.notFound();
        }
        if (argument.getAnnotationMetadata().hasAnnotation(Body.class)) {
            return byStatus(400);
        }
        return Problem.badRequest("invalid_parameter", "A parameter is missing or cannot be read.")
                .field(FieldNames.snake(argument.getName()), "is missing or cannot be read");
    }

    private static Problem byStatus(int status) {
        return switch (status) {
            case 400 -> Problem.badRequest("malformed_body", "The request could not be read.");
            case 401 -> Problem.unauthenticated("Sign in first.");
            case 403 -> Problem.forbidden("forbidden", "You may not do this.");
            case 404 -> Problem.notFound();
            case 405 -> Problem.of(405, "method_not_allowed", "This address does not take this method.");
            case 406 -> Problem.of(406, "not_acceptable", "None of the accepted media types can be given.");
            case 408 -> Problem.of(408, "request_timeout", "The request took too long to arrive.");
            case 413 -> Problem.of(413, "too_large", "The request is too large.");
            case 414 -> Problem.of(414, "uri_too_long", "The address is too long.");
            case 415 -> Problem.of(415, "unsupported_media_type", "Send application/json.");
            case 431 -> Problem.of(431, "headers_too_large", "The headers are too large.");
            case 503 -> Problem.of(503, "dependency_away", "A part of the system does not answer right now.");
            default ->
                status < 500
                        ? Problem.of(status, "refused", "The request was refused.")
                        : Problem.of(status, "internal", "Something went wrong here. The request id leads to the log.");
        };
    }
}
