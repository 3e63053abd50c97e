package dev.moa.market.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.micronaut.context.ApplicationContext;
import io.micronaut.context.env.Environment;
import io.micronaut.context.env.PropertySource;
import io.micronaut.context.env.PropertySource.Origin;
import io.micronaut.context.env.PropertySource.PropertyConvention;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FeedSetupTest {
    @Test
    void withoutAnySettingTwoFeedsCollectAShortList() {
        FeedSettings settings = settings(Map.of());

        assertEquals(List.of("binance", "upbit"), settings.feeds());
        assertEquals(
                "[BINANCE:BTCUSDT, BINANCE:ETHUSDT, UPBIT:KRW-BTC, UPBIT:KRW-ETH]",
                settings.watch().toString());
        assertEquals(Optional.empty(), settings.addresses().get("binance").stream());
    }

    @Test
    void theEnvironmentSaysOtherwise() {
        FeedSettings settings = settings(Map.of(
                "MOA_FEEDS",
                "none",
                "MOA_WATCH",
                "UPBIT:KRW-XRP",
                "MOA_BROKER_UPBIT_WS_URL",
                "ws://127.0.0.1:9/websocket/v1",
                "MOA_BROKER_BINANCE_REST_URL",
                "http://127.0.0.1:9"));

        assertEquals(List.of(), settings.feeds());
        assertEquals("[UPBIT:KRW-XRP]", settings.watch().toString());
        assertEquals(
                Optional.of(URI.create("ws://127.0.0.1:9/websocket/v1")), settings.addresses().get("upbit").stream());
        assertEquals(
                Optional.of(URI.create("http://127.0.0.1:9")),
                settings.addresses().get("binance").rest());
    }

    /** The environment of a process, without any of its beans. */
    private static FeedSettings settings(Map<String, Object> variables) {
        try (ApplicationContext context = ApplicationContext.builder()
                .deduceEnvironment(false)
                .environments("market")
                .propertySources(PropertySource.of(
                        "process", variables, PropertyConvention.ENVIRONMENT_VARIABLE, Origin.of("process")))
                .build()) {
            Environment environment = context.getEnvironment().start();
            return new FeedSetup().settings(environment);
        }
    }
}
