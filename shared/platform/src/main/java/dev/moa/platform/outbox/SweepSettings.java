package dev.moa.platform.outbox;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;

/**
 * How consumers repair what RabbitMQ lost.
 *
 * @param every how often the producers' outboxes are looked through
 * @param olderThan facts younger than this are left to RabbitMQ
 */
@ConfigurationProperties("moa.sweep")
record SweepSettings(
        @NotNull @Bindable(defaultValue = "30s") Duration every,
        @NotNull @Bindable(defaultValue = "30s") Duration olderThan) {}
