package dev.moa.platform.health;

import dev.moa.platform.ServiceName;
import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.HealthIndicator;
import io.micronaut.management.health.indicator.HealthResult;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

/** All {@link Part}s under {@code parts} of {@code /health}, each with {@code state} UP or AWAY. */
@Singleton
class PartsIndicator implements HealthIndicator {

    private final List<Part> parts;
    private final ServiceName service;

    PartsIndicator(List<Part> parts, ServiceName service) {
        this.parts = parts;
        this.service = service;
    }

    @Override
    public Publisher<HealthResult> getResult() {
        return Mono.fromSupplier(() -> HealthResult.builder("parts", HealthStatus.UP)
                .details(details())
                .build());
    }

    private Map<String, Object> details() {
        Map<String, Object> details = new TreeMap<>();
        details.put("service", service.value());
        Runtime runtime = Runtime.getRuntime();
        details.put("heap_bytes", runtime.totalMemory() - runtime.freeMemory());
        parts.forEach(part -> details.put(part.name(), state(part)));
        return details;
    }

    private static Map<String, Object> state(Part part) {
        Map<String, Object> state = new LinkedHashMap<>();
        state.put("state", part.isUp() ? "UP" : "AWAY");
        state.putAll(part.facts());
        return state;
    }
}
