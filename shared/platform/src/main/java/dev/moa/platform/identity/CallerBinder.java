package dev.moa.platform.identity;

import dev.moa.platform.problem.Problem;
import io.micronaut.core.convert.ArgumentConversionContext;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.bind.binders.PostponedRequestArgumentBinder;
import io.micronaut.http.bind.binders.TypedRequestArgumentBinder;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Lets a controller take the {@link Caller} as a parameter; bound after the filters, which find out who it is. */
@Singleton
class CallerBinder implements TypedRequestArgumentBinder<Caller>, PostponedRequestArgumentBinder<Caller> {

    @Override
    public Argument<Caller> argumentType() {
        return Argument.of(Caller.class);
    }

    @Override
    public BindingResult<Caller> bind(ArgumentConversionContext<Caller> context, HttpRequest<?> request) {
        Optional<Caller> caller = request.getAttribute(CallerFetcher.ATTRIBUTE, Caller.class);
        if (caller.isEmpty() && !context.getArgument().isNullable()) {
            throw Problem.unauthenticated("Sign in first.");
        }
        return () -> caller;
    }
}
