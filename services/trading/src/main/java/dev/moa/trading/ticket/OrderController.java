package dev.moa.trading.ticket;

import dev.moa.domain.order.OrderStatus;
import dev.moa.platform.idempotency.Claim;
import dev.moa.platform.idempotency.Idempotency;
import dev.moa.platform.identity.Caller;
import dev.moa.platform.identity.LowersRisk;
import dev.moa.platform.identity.MoneyMoving;
import dev.moa.platform.page.Page;
import dev.moa.platform.page.PageRequest;
import dev.moa.platform.problem.Problem;
import dev.moa.trading.connection.TradingModes;
import dev.moa.trading.order.ClaimedTurns;
import dev.moa.trading.order.OrderView;
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
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** Orders and fills of the caller. */
@Controller("/api/v1/trading")
@ExecuteOn(TaskExecutors.BLOCKING)
class OrderController {
    private final OrderIntake intake;
    private final TradingModes modes;
    private final Idempotency idempotency;

    OrderController(OrderIntake intake, TradingModes modes, Idempotency idempotency) {
        this.intake = intake;
        this.modes = modes;
        this.idempotency = idempotency;
    }

    @Post("/orders")
    @MoneyMoving
    @ApiResponse(
            responseCode = "202",
            description = "taken",
            content = @Content(schema = @Schema(implementation = OrderView.Placed.class)))
    HttpResponse<?> place(Caller caller, HttpRequest<?> request, @Valid @Body PlaceOrderRequest body) {
        Claim claim = idempotency.claim(caller, request, body);
        UUID account = account(caller, body);
        modes.checkPermission(caller, account);
        ClaimedTurns.Taken taken = intake.place(claim, account, body);
        if (taken.problem() != null) {
            throw taken.problem();
        }
        return taken.replayed() ? idempotency.replay(taken.answer()) : idempotency.answer(taken.answer());
    }

    @Post("/orders/preview")
    OrderPreview preview(Caller caller, @Valid @Body PlaceOrderRequest body) {
        return intake.preview(caller.userId(), account(caller, body), body);
    }

    private UUID account(Caller caller, PlaceOrderRequest body) {
        return body.accountId() == null ? modes.defaultAccount(caller.userId()) : body.accountId();
    }

    @Get("/plans")
    Page<OrderView> plans(Caller caller, @Nullable @QueryValue Integer limit) {
        return new Page<>(intake.plans(caller.userId(), limit == null ? 50 : Math.clamp(limit, 1, 500)), null);
    }

    @Get("/orders")
    Page<OrderView> list(
            Caller caller,
            @Nullable @QueryValue String status,
            @Nullable @QueryValue Integer limit,
            @Nullable @QueryValue String cursor) {
        return intake.list(caller.userId(), statuses(status), PageRequest.of(limit, cursor));
    }

    @Get("/orders/{id}")
    OrderView get(Caller caller, UUID id) {
        return intake.view(caller.userId(), id);
    }

    @Put("/orders/{id}")
    @MoneyMoving
    @Status(HttpStatus.ACCEPTED)
    OrderView amend(Caller caller, UUID id, @Valid @Body AmendOrderRequest body) {
        return intake.amend(caller.userId(), id, body);
    }

    @Delete("/orders/{id}")
    @MoneyMoving
    @LowersRisk
    @Status(HttpStatus.ACCEPTED)
    OrderView cancel(Caller caller, UUID id) {
        return intake.cancel(caller.userId(), id);
    }

    /** {@code open}, or status names separated by commas. */
    private static List<String> statuses(String text) {
        if (text == null || text.isBlank()) {
            return List.of();
        }
        if (text.equalsIgnoreCase("open")) {
            return Arrays.stream(OrderStatus.values())
                    .filter(OrderStatus::isOpen)
                    .map(Enum::name)
                    .toList();
        }
        try {
            return Arrays.stream(text.toUpperCase(Locale.ROOT).split(",", 20))
                    .map(name -> OrderStatus.valueOf(name.strip()).name())
                    .toList();
        } catch (IllegalArgumentException unknown) {
            throw Problem.invalid().field("status", "must be open, or names of order states");
        }
    }
}
