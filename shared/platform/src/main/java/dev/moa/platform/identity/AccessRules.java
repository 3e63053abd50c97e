package dev.moa.platform.identity;

import io.micronaut.context.annotation.Factory;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.security.rules.SecurityRuleResult;
import io.micronaut.web.router.RouteAttributes;
import io.micronaut.web.router.UriRouteInfo;
import jakarta.inject.Singleton;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

/** What holds without any annotation: {@code /internal/**} is for our own services, everything else for the signed-in. */
@Factory
class AccessRules {

    private static final String INNER = "/internal";

    /** First of all rules: neither a token nor an annotation opens an inner address, only the secret does. */
    @Singleton
    SecurityRule<HttpRequest<?>> innerOnly(InnerSecret secret) {
        return new Rule(Ordered.HIGHEST_PRECEDENCE) {
            @Override
            SecurityRuleResult decide(HttpRequest<?> request, Authentication ignored) {
                if (!isInner(request)) {
                    return SecurityRuleResult.UNKNOWN;
                }
                return secret.matches(request.getHeaders().get(InnerSecret.HEADER))
                        ? SecurityRuleResult.ALLOWED
                        : SecurityRuleResult.REJECTED;
            }
        };
    }

    /** Last of all rules. Where nothing is served there is nothing to guard: 404 and 405 are the same for everybody. */
    @Singleton
    SecurityRule<HttpRequest<?>> signedInByDefault() {
        return new Rule(Ordered.LOWEST_PRECEDENCE) {
            @Override
            SecurityRuleResult decide(HttpRequest<?> request, Authentication authentication) {
                return authentication == null
                                && RouteAttributes.getRouteMatch(request).isPresent()
                        ? SecurityRuleResult.REJECTED
                        : SecurityRuleResult.ALLOWED;
            }
        };
    }

    static boolean isInner(HttpRequest<?> request) {
        return request.getPath().startsWith(INNER)
                || RouteAttributes.getRouteInfo(request)
                        .filter(UriRouteInfo.class::isInstance)
                        .map(route -> ((UriRouteInfo<?, ?>) route)
                                .getUriMatchTemplate()
                                .toString())
                        .filter(template -> template.startsWith(INNER))
                        .isPresent();
    }

    private abstract static class Rule implements SecurityRule<HttpRequest<?>> {

        private final int order;

        Rule(int order) {
            this.order = order;
        }

        abstract SecurityRuleResult decide(HttpRequest<?> request, @Nullable Authentication authentication);

        @Override
        public Publisher<SecurityRuleResult> check(HttpRequest<?> request, @Nullable Authentication authentication) {
            return Mono.fromSupplier(() -> decide(request, authentication));
        }

        @Override
        public int getOrder() {
            return order;
        }
    }
}
