package dev.moa.trading.account;

import dev.moa.broker.stub.StubSettings;
import io.micronaut.context.annotation.Value;
import io.micronaut.core.annotation.Nullable;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** Where the test exchange is; there is none unless its address is set ({@code MOA_BROKER_STUB_REST_URL}). */
@Singleton
record ExchangeSettings(
        @Nullable @Value("${MOA_BROKER_STUB_REST_URL:}") String address,
        @Value("${moa.brokers.stub.answer-within:10s}") Duration answerWithin,
        @Value("${moa.brokers.stub.engine-timeout:10s}") Duration engineTimeout,
        @Value("${moa.brokers.stub.stops:false}") boolean stops) {
    Optional<StubSettings> stub() {
        return address == null || address.isBlank()
                ? Optional.empty()
                : Optional.of(new StubSettings(URI.create(address), answerWithin, engineTimeout, stops));
    }
}
