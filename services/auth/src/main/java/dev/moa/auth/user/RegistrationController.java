package dev.moa.auth.user;

import dev.moa.platform.json.OneOf;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.serde.annotation.Serdeable;
import java.util.UUID;

@Controller("/api/v1/auth")
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured(SecurityRule.IS_ANONYMOUS)
class RegistrationController {

    private final Registration registration;

    RegistrationController(Registration registration) {
        this.registration = registration;
    }

    /** What the page must know before anybody is signed in: whether it shows the first-run page, and who may join. */
    @Get("/setup")
    SetupView setup() {
        return new SetupView(registration.needsFirstAccount(), registration.mode());
    }

    @Post("/register")
    @Status(HttpStatus.CREATED)
    RegisteredView register(@Body RegisterRequest request) {
        Account account = registration.register(request);
        return new RegisteredView(
                account.accountId(), account.email(), account.username(), account.role(), account.emailVerified());
    }

    @Serdeable
    record SetupView(
            boolean needsFirstAccount,

            @OneOf({"open", "invite", "closed"}) String registration) {}

    @Serdeable
    record RegisteredView(UUID userId, String email, String username, String role, boolean emailVerified) {}
}
