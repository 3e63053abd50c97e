package dev.moa.trading.signal;

import dev.moa.platform.identity.Caller;
import dev.moa.platform.json.Json;
import dev.moa.platform.page.Page;
import dev.moa.platform.page.PageRequest;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.serde.annotation.Serdeable;
import java.util.UUID;

/** TradingView's door, and the list of what came through it or was decided on candles. */
@Controller("/api/v1")
@ExecuteOn(TaskExecutors.BLOCKING)
class SignalController {
    private final SignalIntake intake;
    private final Json json;

    SignalController(SignalIntake intake, Json json) {
        this.intake = intake;
        this.json = json;
    }

    @Serdeable
    record Received(UUID signalId) {}

    /** The secret in the body is the key to this door; TradingView sends no headers of ours. */
    @Post("/webhook/tradingview")
    @Secured(SecurityRule.IS_ANONYMOUS)
    @Consumes({MediaType.APPLICATION_JSON, MediaType.TEXT_PLAIN})
    @Status(HttpStatus.ACCEPTED)
    Received tradingView(@Body String body) {
        TradingViewAlert alert = TradingViewAlert.read(body, json);
        return new Received(intake.receive(alert, body));
    }

    @Get("/signals")
    Page<SignalView> signals(Caller caller, @Nullable @QueryValue Integer limit, @Nullable @QueryValue String cursor) {
        return intake.list(caller.userId(), PageRequest.of(limit, cursor));
    }
}
