package dev.moa.backtest;

import dev.moa.domain.candle.Candle;
import dev.moa.domain.candle.Interval;
import dev.moa.platform.json.Json;
import dev.moa.testkit.Servers;
import dev.moa.testkit.StubAuth;
import io.micronaut.context.ApplicationContext;
import io.micronaut.context.env.PropertySource;
import io.micronaut.context.env.PropertySource.Origin;
import io.micronaut.context.env.PropertySource.PropertyConvention;
import io.micronaut.runtime.server.EmbeddedServer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;

/** A running backtest service on real servers, with candles stored by the test and people signed in by a stand-in for auth. */
public final class BacktestSuite implements AutoCloseable {
    private final String database = Servers.postgres().freshDatabase();
    private final Map<String, Object> environment;
    private final StubAuth auth = new StubAuth();
    private EmbeddedServer server;

    public BacktestSuite(Map<String, Object> settings) {
        environment = Servers.environment("backtest", database, Servers.rabbit().freshVirtualHost());
        environment.put("MOA_AUTH_URL", auth.url());
        environment.putAll(settings);
        start();
    }

    /** Starts the process (again) on the same database. */
    public void start() {
        server = ApplicationContext.builder()
                .deduceEnvironment(false)
                .environments("backtest")
                .properties(Map.of("moa.service", "backtest"))
                .propertySources(PropertySource.of(
                        "process", environment, PropertyConvention.ENVIRONMENT_VARIABLE, Origin.of("process")))
                .run(EmbeddedServer.class);
    }

    /** Ends the process; a run it was working on is left as it is. */
    public void stop() {
        server.getApplicationContext().close();
    }

    public <T> T bean(Class<T> type) {
        return server.getApplicationContext().getBean(type);
    }

    /** A new person who talks to the API. */
    public Person person(String name) {
        UUID id = UUID.randomUUID();
        return new Person(id, auth.token(id, name, "member"), () -> server.getURI(), () -> bean(Json.class));
    }

    /** Stores closed candles as the market collector does. */
    public void store(String instrument, Interval interval, Iterable<Candle> candles) {
        String insert = """
                INSERT INTO market.candle (instrument, interval, open_time, open, high, low, close, volume, closed, source)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, true, 'backfill')""";
        try (Connection connection = Servers.postgres().superuser(database);
                PreparedStatement statement = connection.prepareStatement(insert)) {
            connection.setAutoCommit(false);
            int waiting = 0;
            for (Candle candle : candles) {
                statement.setString(1, instrument);
                statement.setString(2, interval.code());
                statement.setObject(3, candle.openTime().atOffset(ZoneOffset.UTC));
                statement.setBigDecimal(4, candle.open().value());
                statement.setBigDecimal(5, candle.high().value());
                statement.setBigDecimal(6, candle.low().value());
                statement.setBigDecimal(7, candle.close().value());
                statement.setBigDecimal(8, candle.volume().value());
                statement.addBatch();
                if (++waiting % 5_000 == 0) {
                    statement.executeBatch();
                }
            }
            statement.executeBatch();
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** One number out of the database. */
    public long number(String query) {
        try (Connection connection = Servers.postgres().superuser(database);
                var rows = connection.createStatement().executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Changes the database as only a test may. */
    public void change(String statement) {
        try (Connection connection = Servers.postgres().superuser(database)) {
            connection.createStatement().execute(statement);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        stop();
        auth.close();
    }
}
