package dev.moa.trading.exit;

import dev.moa.platform.idempotency.Claim;
import dev.moa.platform.idempotency.Idempotency;
import dev.moa.platform.identity.Caller;
import dev.moa.platform.identity.LowersRisk;
import dev.moa.platform.identity.MoneyMoving;
import dev.moa.trading.order.ClaimedTurns;
import dev.moa.trading.order.OrderView;
import dev.moa.trading.order.StoredProtection;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.validation.Valid;
import java.util.UUID;

/** Closing and protecting the caller's positions. */
@Controller("/api/v1/positions")
@ExecuteOn(TaskExecutors.BLOCKING)
class ExitController {
    private final PositionExits exits;
    private final Idempotency idempotency;

    ExitController(PositionExits exits, Idempotency idempotency) {
        this.exits = exits;
        this.idempotency = idempotency;
    }

    @Post("/{id}/close")
    @MoneyMoving
    @LowersRisk
    @ApiResponse(
            responseCode = "202",
            description = "taken",
            content = @Content(schema = @Schema(implementation = OrderView.Placed.class)))
    HttpResponse<?> close(
            Caller caller, HttpRequest<?> request, UUID id, @Nullable @Valid @Body ClosePositionRequest body) {
        ClosePositionRequest wish = body == null ? new ClosePositionRequest(null, null, null) : body;
        Claim claim = idempotency.claim(caller, request, wish);
        ClaimedTurns.Taken taken = exits.close(claim, id, wish);
        if (taken.problem() != null) {
            throw taken.problem();
        }
        return taken.replayed() ? idempotency.replay(taken.answer()) : idempotency.answer(taken.answer());
    }

    /** What is left out is taken away. */
    @Put("/{id}/protection")
    @MoneyMoving
    @Status(HttpStatus.ACCEPTED)
    StoredProtection protect(Caller caller, UUID id, @Valid @Body StoredProtection body) {
        exits.protect(caller.userId(), id, body.toProtection());
        return body;
    }
}
