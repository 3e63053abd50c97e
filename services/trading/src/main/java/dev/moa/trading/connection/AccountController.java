package dev.moa.trading.connection;

import dev.moa.platform.idempotency.Answer;
import dev.moa.platform.idempotency.Idempotency;
import dev.moa.platform.identity.Caller;
import dev.moa.platform.identity.MoneyMoving;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.validation.Valid;
import java.util.List;
import java.util.UUID;

/** The caller's accounts at brokers and on paper. */
@Controller("/api/v1/accounts")
@ExecuteOn(TaskExecutors.BLOCKING)
class AccountController {
    private final Connections connections;
    private final Idempotency idempotency;

    AccountController(Connections connections, Idempotency idempotency) {
        this.connections = connections;
        this.idempotency = idempotency;
    }

    @Serdeable
    record AccountList(List<AccountView> items) {}

    @Post("/register")
    @ApiResponse(
            responseCode = "201",
            description = "added",
            content = @Content(schema = @Schema(implementation = AccountView.class)))
    HttpResponse<?> register(Caller caller, HttpRequest<?> request, @Valid @Body RegisterAccount body) {
        return idempotency.runIfKeyed(
                caller, request, body, () -> Answer.created(connections.register(caller.userId(), body)));
    }

    @Get
    AccountList list(Caller caller) {
        return new AccountList(connections.list(caller.userId()));
    }

    @Get("/{id}")
    AccountView get(Caller caller, UUID id) {
        return connections.mine(caller.userId(), id);
    }

    @Put("/{id}")
    AccountView change(Caller caller, UUID id, @Valid @Body AccountChange change) {
        return connections.change(caller, id, change);
    }

    @Delete("/{id}")
    @Status(HttpStatus.NO_CONTENT)
    void delete(Caller caller, UUID id) {
        connections.delete(caller.userId(), id);
    }

    @Post("/{id}/test")
    TestView test(Caller caller, UUID id) {
        return connections.test(caller.userId(), id);
    }

    @Get("/{id}/balance")
    BalanceView balance(Caller caller, UUID id) {
        return connections.balance(caller.userId(), id);
    }

    @Post("/{id}/resume")
    @MoneyMoving
    AccountView resume(Caller caller, UUID id) {
        return connections.resume(caller.userId(), id);
    }
}
