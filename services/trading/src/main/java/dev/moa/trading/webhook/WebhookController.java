package dev.moa.trading.webhook;

import dev.moa.platform.identity.Caller;
import dev.moa.platform.json.OneOf;
import dev.moa.trading.strategy.Strategy;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.UUID;

/** TradingView's door, and the keys to it. */
@Controller("/api/v1")
@ExecuteOn(TaskExecutors.BLOCKING)
class WebhookController {
    private final AlertReading reading;
    private final AlertGate gate;
    private final AlertIntake intake;
    private final AlertPreview preview;
    private final Webhooks webhooks;

    WebhookController(
            AlertReading reading, AlertGate gate, AlertIntake intake, AlertPreview preview, Webhooks webhooks) {
        this.reading = reading;
        this.gate = gate;
        this.intake = intake;
        this.preview = preview;
        this.webhooks = webhooks;
    }

    @Serdeable
    record Received(UUID signalId) {}

    @Serdeable
    record Heard(String status) {}

    /**
     * @param sequencePolicy what is done with an alert whose seq is not the next one; accept if left out
     * @param heartbeatMinutes after how many minutes of silence to raise an alarm; none if left out
     */
    @Serdeable
    record WebhookRequest(
            @Nullable @Size(max = 10) @OneOf({"accept", "refuse"})
            String sequencePolicy,

            @Nullable @Min(1) @Max(10080) Integer heartbeatMinutes) {}

    /** @param secret shown this once, as the signing secret */
    @Serdeable
    record Made(
            String url,
            String secret,
            String signingSecret,
            String alertMessageTemplate,
            String sequencePolicy,
            @Nullable Integer heartbeatMinutes) {}

    @Serdeable
    record State(
            String url,
            String sequencePolicy,
            @Nullable Integer heartbeatMinutes,
            @Nullable Long lastSeq,
            Instant heardAt,
            @Nullable Instant silentSince) {}

    /** The secret in the body, or a signature, is the key to this door; TradingView sends no headers of ours. */
    @Post("/webhook/tradingview")
    @Secured(SecurityRule.IS_ANONYMOUS)
    @Consumes({MediaType.APPLICATION_JSON, MediaType.TEXT_PLAIN})
    @ApiResponse(
            responseCode = "202",
            description = "stored",
            content = @Content(schema = @Schema(implementation = Received.class)))
    @ApiResponse(
            responseCode = "200",
            description = "a heartbeat, or what a dry run would have done",
            content = @Content(schema = @Schema(implementation = AlertPreview.Echo.class)))
    HttpResponse<?> tradingView(@Body String body) {
        Alert alert = reading.read(body);
        Strategy strategy = gate.admit(alert);
        if (alert.isDryRun()) {
            return HttpResponse.ok(preview.of(strategy, alert));
        }
        if (alert.isHeartbeat()) {
            intake.heartbeat(strategy, alert);
            return HttpResponse.ok(new Heard("heard"));
        }
        return HttpResponse.accepted().body(new Received(intake.receive(strategy, alert, body)));
    }

    /** Makes the webhook, or replaces its secrets. */
    @Post("/strategies/{id}/webhook")
    Made make(Caller caller, UUID id, @Nullable @Valid @Body WebhookRequest body) {
        return webhooks.make(caller.userId(), id, body);
    }

    /** Changes what is expected of it; the secrets stay. */
    @Put("/strategies/{id}/webhook")
    State change(Caller caller, UUID id, @Valid @Body WebhookRequest body) {
        return webhooks.change(caller.userId(), id, body);
    }

    @Get("/strategies/{id}/webhook")
    State get(Caller caller, UUID id) {
        return webhooks.get(caller.userId(), id);
    }
}
