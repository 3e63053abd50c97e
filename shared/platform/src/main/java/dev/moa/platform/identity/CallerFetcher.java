package dev.moa.platform.identity;

import dev.moa.platform.problem.Problem;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.core.propagation.PropagatedContext;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.filters.AuthenticationFetcher;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.security.token.TokenAuthenticationFetcher;
import io.micronaut.web.router.RouteAttributes;
import io.micronaut.web.router.RouteMatch;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Finds the caller of every request that reaches a closed route. It takes the place of the framework's own token
 * reading, so that there is exactly one way in. The check may ask Redis or auth, so it runs off the event loop.
 */
@Singleton
@Replaces(TokenAuthenticationFetcher.class)
class CallerFetcher implements AuthenticationFetcher<HttpRequest<?>> {

    static final String ATTRIBUTE = "moa.caller";

    private static final String SCHEME = "Bearer ";

    private final Callers callers;
    private final Scheduler scheduler;

    CallerFetcher(Callers callers, @Named(TaskExecutors.BLOCKING) ExecutorService threads) {
        this.callers = callers;
        this.scheduler = Schedulers.fromExecutorService(threads);
    }

    @Override
    public Publisher<Authentication> fetchAuthentication(HttpRequest<?> request) {
        List<String> shown = request.getHeaders().getAll(HttpHeaders.AUTHORIZATION);
        RouteMatch<?> route = RouteAttributes.getRouteMatch(request).orElse(null);
        if (route == null || shown.isEmpty() || isOpen(route) || AccessRules.isInner(request)) {
            return Mono.empty();
        }
        Callable<Authentication> check = () -> {
            Caller caller = callers.authenticate(bearer(shown), need(request, route));
            request.setAttribute(ATTRIBUTE, caller);
            return new SignedIn(caller);
        };
        return Mono.fromCallable(PropagatedContext.getOrEmpty().wrap(check)).subscribeOn(scheduler);
    }

    private static boolean isOpen(RouteMatch<?> route) {
        return List.of(route.getAnnotationMetadata().stringValues(Secured.class))
                .contains(SecurityRule.IS_ANONYMOUS);
    }

    private static Callers.Need need(HttpRequest<?> request, RouteMatch<?> route) {
        if (route.getAnnotationMetadata().hasAnnotation(MoneyMoving.class)) {
            return route.getAnnotationMetadata().hasAnnotation(LowersRisk.class)
                    ? Callers.Need.SAFETY
                    : Callers.Need.MONEY;
        }
        return switch (request.getMethod()) {
            case GET, HEAD, OPTIONS -> Callers.Need.READ;
            default -> Callers.Need.CHANGE;
        };
    }

    private static String bearer(List<String> shown) {
        String header = shown.getFirst();
        if (shown.size() > 1 || !header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            throw Problem.unauthenticated("Send exactly one Authorization header with a Bearer token.");
        }
        return header.substring(SCHEME.length()).strip();
    }

    private record SignedIn(Caller caller) implements Authentication {

        @Override
        public String getName() {
            return caller.username();
        }

        @Override
        public Map<String, Object> getAttributes() {
            return Map.of();
        }

        @Override
        public Collection<String> getRoles() {
            return List.of(caller.role());
        }
    }
}
