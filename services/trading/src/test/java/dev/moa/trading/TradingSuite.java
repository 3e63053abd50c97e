package dev.moa.trading;

import dev.moa.contract.LiveMessages;
import dev.moa.domain.instrument.InstrumentId;
import dev.moa.platform.json.Json;
import dev.moa.platform.live.Live;
import dev.moa.testkit.Await;
import dev.moa.testkit.Servers;
import dev.moa.testkit.StubAuth;
import dev.moa.trading.price.QuoteBoard;
import io.micronaut.context.ApplicationContext;
import io.micronaut.context.env.PropertySource;
import io.micronaut.context.env.PropertySource.Origin;
import io.micronaut.context.env.PropertySource.PropertyConvention;
import io.micronaut.runtime.server.EmbeddedServer;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** A running trading service on real servers, with prices told by the test and people signed in by a stand-in for auth. */
public final class TradingSuite implements AutoCloseable {
    private final String database;
    private final Map<String, Object> environment;
    private final StubAuth auth = new StubAuth();
    private final StubMarket market = new StubMarket();
    private EmbeddedServer server;

    public TradingSuite() {
        this(Map.of());
    }

    /** @param settings more of the process's environment */
    public TradingSuite(Map<String, String> settings) {
        database = Servers.postgres().freshDatabase();
        environment = Servers.environment("trading", database, Servers.rabbit().freshVirtualHost());
        environment.put("MOA_AUTH_URL", auth.url());
        environment.put("MOA_MARKET_URL", market.url());
        environment.putAll(settings);
        start();
    }

    /** The settings of the process, as its environment. */
    public Map<String, Object> environment() {
        return environment;
    }

    /** Starts the process (again) on the same database. */
    public void start() {
        server = ApplicationContext.builder()
                .deduceEnvironment(false)
                .environments("trading")
                .properties(Map.of("moa.service", "trading"))
                .propertySources(PropertySource.of(
                        "process", environment, PropertyConvention.ENVIRONMENT_VARIABLE, Origin.of("process")))
                .run(EmbeddedServer.class);
    }

    /** Ends the process. */
    public void stop() {
        server.getApplicationContext().close();
    }

    public String database() {
        return database;
    }

    public <T> T bean(Class<T> type) {
        return server.getApplicationContext().getBean(type);
    }

    /** A new person who talks to the API. */
    public Person person(String name) {
        UUID id = UUID.randomUUID();
        return new Person(id, auth.token(id, name, "member"), () -> server.getURI(), () -> bean(Json.class));
    }

    /** A person with these permissions. */
    public Person person(String name, String... permissions) {
        UUID id = UUID.randomUUID();
        String token = auth.token(id, name, "member", permissions);
        return new Person(id, token, () -> server.getURI(), () -> bean(Json.class));
    }

    public StubAuth auth() {
        return auth;
    }

    /** A second process on the same database. */
    public ApplicationContext second() {
        return ApplicationContext.builder()
                .deduceEnvironment(false)
                .environments("trading")
                .properties(Map.of("moa.service", "trading"))
                .propertySources(PropertySource.of(
                        "process", environment, PropertyConvention.ENVIRONMENT_VARIABLE, Origin.of("process")))
                .start();
    }

    public StubMarket market() {
        return market;
    }

    /** Tells a price and waits for nothing. */
    public boolean tell(String instrument, String price) {
        return bean(Live.class).publish(LiveMessages.MARKET_CHANNEL + instrument, quote(instrument, price));
    }

    private static LiveMessages.Quote quote(String instrument, String price) {
        BigDecimal last = new BigDecimal(price);
        return new LiveMessages.Quote(instrument, last, null, null, last, last, BigDecimal.ONE, Instant.now(), "live");
    }

    /** Tells a price as the market collector would, and waits until this process knows it. */
    public void price(String instrument, String price) {
        BigDecimal last = new BigDecimal(price);
        LiveMessages.Quote quote = quote(instrument, price);
        Await.until("the price is known", () -> {
            bean(Live.class).publish(LiveMessages.MARKET_CHANNEL + instrument, quote);
            return bean(QuoteBoard.class)
                    .latest(InstrumentId.parse(instrument))
                    .filter(known -> known.last().value().compareTo(last) == 0)
                    .isPresent();
        });
    }

    @Override
    public void close() {
        stop();
        auth.close();
        market.close();
    }
}
