package dev.moa.trading.portfolio;

import dev.moa.platform.idempotency.Claim;
import dev.moa.platform.idempotency.Idempotency;
import dev.moa.platform.identity.Caller;
import dev.moa.platform.identity.MoneyMoving;
import dev.moa.platform.page.Page;
import dev.moa.platform.page.PageRequest;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.validation.Valid;
import java.util.UUID;

/** Money the caller pays in and takes out. */
@Controller("/api/v1/portfolio/cash-flows")
@ExecuteOn(TaskExecutors.BLOCKING)
class CashFlowController {
    private final CashFlows flows;
    private final Idempotency idempotency;

    CashFlowController(CashFlows flows, Idempotency idempotency) {
        this.flows = flows;
        this.idempotency = idempotency;
    }

    @Post
    @MoneyMoving
    @ApiResponse(
            responseCode = "201",
            description = "booked",
            content = @Content(schema = @Schema(implementation = CashFlowView.class)))
    HttpResponse<?> book(Caller caller, HttpRequest<?> request, @Valid @Body CashFlowRequest body) {
        Claim claim = idempotency.claim(caller, request, body);
        CashFlows.Booked booked = flows.book(claim, new CashFlows.Wish(body.accountId(), body.money(), body.note()));
        if (booked.problem() != null) {
            throw booked.problem();
        }
        return booked.replayed() ? idempotency.replay(booked.answer()) : idempotency.answer(booked.answer());
    }

    @Get
    Page<CashFlowView> list(
            Caller caller,
            @Nullable @QueryValue("account_id") UUID accountId,
            @Nullable @QueryValue Integer limit,
            @Nullable @QueryValue String cursor) {
        return flows.list(caller.userId(), accountId, PageRequest.of(limit, cursor));
    }
}
