package dev.moa.platform;

import io.micronaut.context.env.Environment;
import jakarta.inject.Singleton;
import java.util.List;

/** Which of the five services this process is; also the name of its database schema and the source of its facts. */
@Singleton
public class ServiceName {

    private static final List<String> SERVICES = List.of("auth", "trading", "market", "backtest", "notification");

    private final String name;

    ServiceName(Environment environment) {
        this.name = environment
                .getProperty("moa.service", String.class)
                .orElseGet(() -> SERVICES.stream()
                        .filter(environment.getActiveNames()::contains)
                        .findFirst()
                        .orElse("platform"));
    }

    /** auth, trading, market, backtest or notification. */
    public String value() {
        return name;
    }

    @Override
    public String toString() {
        return name;
    }
}
