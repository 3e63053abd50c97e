package dev.moa.notification.chat;

import dev.moa.platform.idempotency.Answer;
import dev.moa.platform.idempotency.Idempotency;
import dev.moa.platform.identity.Caller;
import dev.moa.platform.problem.Problem;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;

@Controller("/api/v1/telegram")
@ExecuteOn(TaskExecutors.BLOCKING)
class TelegramController {
    private final TelegramAccess access;
    private final Idempotency idempotency;

    TelegramController(TelegramAccess access, Idempotency idempotency) {
        this.access = access;
        this.idempotency = idempotency;
    }

    @Post("/register")
    @ApiResponse(
            responseCode = "201",
            description = "made",
            content = @Content(schema = @Schema(implementation = TelegramView.LinkView.class)))
    HttpResponse<?> register(Caller caller, HttpRequest<?> request, @Nullable @Body RegisterRequest body) {
        if (body != null && body.botToken() != null && !body.botToken().isBlank()) {
            throw Problem.refused(
                    "own_bot_not_supported", "Only the installation's own bot can be used. Leave bot_token out.");
        }
        return idempotency.runIfKeyed(caller, request, "{}", () -> Answer.created(access.register(caller.userId())));
    }

    @Get
    TelegramView read(Caller caller) {
        return access.view(caller.userId());
    }

    @Delete
    @Status(HttpStatus.NO_CONTENT)
    void unlink(Caller caller) {
        access.unlink(caller.userId());
    }

    @Post("/test")
    @ApiResponse(
            responseCode = "202",
            description = "on its way",
            content = @Content(schema = @Schema(implementation = TelegramView.TestView.class)))
    HttpResponse<?> test(Caller caller, HttpRequest<?> request) {
        return idempotency.runIfKeyed(caller, request, "{}", () -> new Answer(202, access.sendTest(caller.userId())));
    }

    @Serdeable
    record RegisterRequest(@Nullable String botToken) {}
}
