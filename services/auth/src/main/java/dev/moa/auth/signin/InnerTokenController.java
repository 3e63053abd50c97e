package dev.moa.auth.signin;

import dev.moa.auth.session.SessionTerms;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.UUID;

/** Tokens that notification asks for, marked {@code act: telegram}. */
@Hidden
@Controller("/internal/tokens")
@ExecuteOn(TaskExecutors.BLOCKING)
class InnerTokenController {

    private final Lending lending;

    InnerTokenController(Lending lending) {
        this.lending = lending;
    }

    @Post
    LentView lend(@Body LendRequest request) {
        return new LentView(lending.lend(request.userId()), SessionTerms.LENT.toSeconds());
    }

    @Serdeable
    record LendRequest(UUID userId) {}

    @Serdeable
    record LentView(String accessToken, long expiresIn) {}
}
