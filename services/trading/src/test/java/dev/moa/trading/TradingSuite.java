package dev.moa.trading;

import dev.moa.contract.LiveMessages;
import dev.moa.domain.instrument.InstrumentId;
import dev.moa.platform.json.Json;
import dev.moa.platform.live.Live;
import dev.moa.platform.sql.Columns;
import dev.moa.platform.sql.Sql;
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
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

/** A running trading service on real servers, with prices told by the test and people signed in by a stand-in for auth. */
public final class TradingSuite implements AutoCloseable {
    private final String database;
    private final Map<String, Object> environment;
    private final Clock clock;
    private final StubAuth auth;
    private final StubMarket market = new StubMarket();
    private EmbeddedServer server;
    private volatile URI address;
    private Json json;

    public TradingSuite() {
        this(Clock.systemUTC(), settings -> {});
    }

    /** A service that lives by a test's own clock; a person of it is signed in for ten minutes of that clock. */
    public TradingSuite(Clock clock) {
        this(clock, settings -> {});
    }

    /** With other settings than those of {@link Servers#environment}. */
    public TradingSuite(Consumer<Map<String, Object>> change) {
        this(Clock.systemUTC(), change);
    }

    private TradingSuite(Clock clock, Consumer<Map<String, Object>> change) {
        this.clock = clock;
        auth = new StubAuth(clock);
        database = Servers.postgres().freshDatabase();
        environment = Servers.environment("trading", database, Servers.rabbit().freshVirtualHost());
        environment.put("MOA_AUTH_URL", auth.url());
        environment.put("MOA_MARKET_URL", market.url());
        change.accept(environment);
        start();
    }

    /** The settings of the process, as its environment. */
    public Map<String, Object> environment() {
        return environment;
    }

    /** Lets people talk to this process instead of the one in this JVM. */
    public void talkTo(URI other) {
        address = other;
    }

    /** Starts the process (again) on the same database. */
    public void start() {
        address = null;
        Await.until("the process starts, if need be again as its supervisor would do it", () -> {
            ApplicationContext context = context();
            try {
                server = context.start().getBean(EmbeddedServer.class).start();
                return true;
            } catch (RuntimeException notNow) {
                context.close();
                throw notNow;
            }
        });
        json = bean(Json.class);
    }

    private ApplicationContext context() {
        return ApplicationContext.builder()
                .deduceEnvironment(false)
                .environments("trading")
                .singletons(clock)
                .properties(Map.of("moa.service", "trading"))
                .propertySources(PropertySource.of(
                        "process", environment, PropertyConvention.ENVIRONMENT_VARIABLE, Origin.of("process")))
                .build();
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

    /** The same person, signed in again. */
    public Person again(Person person) {
        return person(person.id(), "again");
    }

    /** A new person who talks to the API. */
    public Person person(String name, String... permissions) {
        return person(UUID.randomUUID(), name, permissions);
    }

    private Person person(UUID id, String name, String... permissions) {
        String token = auth.token(id, name, "member", permissions);
        return new Person(id, token, () -> address == null ? server.getURI() : address, () -> json);
    }

    /** Lets somebody place as many orders as a test needs, the way who manages the household does it. */
    public void raiseDailyTrades(Person person) {
        Person adult = person("adult", "manage_household");
        person.get("/portfolio/summary");
        UUID account = bean(Sql.class)
                .one(
                        "SELECT account_id FROM account WHERE user_id = ?",
                        rs -> Columns.uuid(rs, "account_id"),
                        person.id())
                .orElseThrow();
        for (String level : List.of("user&id=" + person.id(), "account&id=" + account)) {
            var raised = adult.put("/risk/limits?level=" + level, "{\"max_daily_trades\":1000000}");
            if (raised.status() != 200) {
                throw new IllegalStateException(raised.raw().body());
            }
        }
    }

    /** Somebody who is not signed in. */
    public Person nobody() {
        return new Person(UUID.randomUUID(), "none", () -> server.getURI(), () -> json);
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

    private LiveMessages.Quote quote(String instrument, String price) {
        BigDecimal last = new BigDecimal(price);
        return new LiveMessages.Quote(
                instrument, last, null, null, last, last, BigDecimal.ONE, clock.instant(), "live");
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
