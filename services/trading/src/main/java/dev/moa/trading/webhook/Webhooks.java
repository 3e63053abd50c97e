package dev.moa.trading.webhook;

import dev.moa.platform.problem.Problem;
import dev.moa.platform.settings.CommonSettings;
import dev.moa.platform.sql.Sql;
import dev.moa.trading.strategy.Strategies;
import dev.moa.trading.strategy.Strategy;
import dev.moa.trading.webhook.WebhookController.Made;
import dev.moa.trading.webhook.WebhookController.State;
import dev.moa.trading.webhook.WebhookController.WebhookRequest;
import dev.moa.trading.webhook.WebhookStore.Listening;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Objects;
import java.util.UUID;

/** Webhooks of people's strategies. */
@Singleton
class Webhooks {
    private static final WebhookRequest STANDARD = new WebhookRequest(null, null);

    private final Strategies strategies;
    private final WebhookStore store;
    private final AlertKeys keys;
    private final CommonSettings settings;
    private final Sql sql;
    private final Clock clock;

    Webhooks(Strategies strategies, WebhookStore store, AlertKeys keys, CommonSettings settings, Sql sql, Clock clock) {
        this.strategies = strategies;
        this.store = store;
        this.keys = keys;
        this.settings = settings;
        this.sql = sql;
        this.clock = clock;
    }

    Made make(UUID userId, UUID id, WebhookRequest request) {
        return sql.inTransaction(() -> {
            String secret = strategies.newWebhookSecret(userId, id);
            Listening listening = set(userId, id, request == null ? STANDARD : request);
            return new Made(
                    url(),
                    secret,
                    keys.signingSecret(strategies.mine(userId, id)),
                    template(secret, id),
                    listening.sequencePolicy(),
                    listening.heartbeatMinutes());
        });
    }

    State change(UUID userId, UUID id, WebhookRequest request) {
        made(userId, id);
        return state(set(userId, id, request));
    }

    State get(UUID userId, UUID id) {
        made(userId, id);
        return state(store.find(id).orElseThrow(Problem::notFound));
    }

    private void made(UUID userId, UUID id) {
        Strategy strategy = strategies.mine(userId, id);
        if (strategy.webhookSecretHash() == null) {
            throw Problem.notFound();
        }
    }

    private Listening set(UUID userId, UUID id, WebhookRequest request) {
        String policy = Objects.requireNonNullElse(request.sequencePolicy(), "accept");
        if (!policy.equals("accept") && !policy.equals("refuse")) {
            throw Problem.invalid().field("sequence_policy", "must be accept or refuse");
        }
        return store.set(id, userId, policy, request.heartbeatMinutes(), clock.instant());
    }

    private State state(Listening listening) {
        return new State(
                url(),
                listening.sequencePolicy(),
                listening.heartbeatMinutes(),
                listening.lastSeq(),
                listening.heardAt(),
                listening.silentSince());
    }

    private String url() {
        return settings.publicUrl() + "/api/v1/webhook/tradingview";
    }

    private static String template(String secret, UUID id) {
        return """
                {"secret":"%s","strategy_id":"%s","action":"{{strategy.order.action}}",\
                "symbol":"{{ticker}}","price":"{{close}}","time":"{{timenow}}","bar_time":"{{time}}"}""".formatted(secret, id);
    }
}
