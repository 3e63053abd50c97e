package dev.moa.platform.problem;

import dev.moa.platform.identity.Caller;
import io.micronaut.context.annotation.Requires;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Routes that go wrong in every way a route can. */
@Requires(env = "clumsy")
@Controller("/clumsy")
@Secured(SecurityRule.IS_ANONYMOUS)
class Clumsy {

    @Get
    Map<String, Object> fine() {
        return Map.of("fine", true);
    }

    @Get("/breaks")
    String breaks() {
        throw new IllegalStateException("select * from account where name = 'secret'");
    }

    @Get("/away")
    String away() {
        throw new DependencyAway("redis", new IllegalStateException("10.0.0.7 refused"));
    }

    @Get("/refuses")
    String refuses() {
        throw Problem.refused("insufficient_funds", "There is not enough money.")
                .with("reasons", List.of(Map.of("rule", "cash")));
    }

    @Get("/things/{thingId}")
    UUID thing(UUID thingId) {
        return thingId;
    }

    @Get("/pages")
    int pages(@QueryValue int number) {
        return number;
    }

    @Post("/orders")
    Order order(@Valid @Body Order order) {
        return order;
    }

    @Get("/mine")
    @Secured(SecurityRule.IS_AUTHENTICATED)
    String mine(Caller caller) {
        return caller.username();
    }

    @Serdeable
    record Order(
            @NotBlank @Nullable String instrument,
            @Valid @Nullable Leg firstLeg,
            @Nullable BigDecimal quantity) {}

    @Serdeable
    record Leg(@Min(1) int stepCount) {}
}
