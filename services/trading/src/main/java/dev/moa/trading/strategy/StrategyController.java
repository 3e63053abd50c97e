package dev.moa.trading.strategy;

import dev.moa.domain.value.AccountId;
import dev.moa.platform.idempotency.Answer;
import dev.moa.platform.idempotency.Idempotency;
import dev.moa.platform.identity.Caller;
import dev.moa.platform.page.Page;
import dev.moa.platform.page.PageRequest;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.validation.Valid;
import java.util.UUID;

/** Strategies of the caller. */
@Controller("/api/v1/strategies")
@ExecuteOn(TaskExecutors.BLOCKING)
class StrategyController {
    private final Strategies strategies;
    private final Idempotency idempotency;

    StrategyController(Strategies strategies, Idempotency idempotency) {
        this.strategies = strategies;
        this.idempotency = idempotency;
    }

    @Post
    @ApiResponse(
            responseCode = "201",
            description = "made",
            content = @Content(schema = @Schema(implementation = StrategyView.class)))
    HttpResponse<?> create(Caller caller, HttpRequest<?> request, @Valid @Body StrategyRequest body) {
        AccountId account = strategies.account(caller.userId(), body.accountId());
        return idempotency.runIfKeyed(
                caller,
                request,
                body,
                () -> Answer.created(StrategyView.of(strategies.create(caller.userId(), account, body))));
    }

    @Get
    Page<StrategyView> list(Caller caller, @Nullable @QueryValue Integer limit, @Nullable @QueryValue String cursor) {
        return strategies.list(caller.userId(), PageRequest.of(limit, cursor)).map(StrategyView::of);
    }

    @Get("/{id}")
    StrategyView get(Caller caller, UUID id) {
        return StrategyView.of(strategies.mine(caller.userId(), id));
    }

    @Put("/{id}")
    StrategyView change(Caller caller, UUID id, @Valid @Body StrategyRequest body) {
        return StrategyView.of(strategies.change(caller.userId(), id, body));
    }

    @Delete("/{id}")
    @Status(HttpStatus.NO_CONTENT)
    void delete(Caller caller, UUID id) {
        strategies.delete(caller.userId(), id);
    }

    @Post("/{id}/activate")
    StrategyView activate(Caller caller, UUID id) {
        return StrategyView.of(strategies.activate(caller.userId(), id, true));
    }

    @Post("/{id}/deactivate")
    StrategyView deactivate(Caller caller, UUID id) {
        return StrategyView.of(strategies.activate(caller.userId(), id, false));
    }
}
