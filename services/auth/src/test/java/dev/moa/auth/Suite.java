package dev.moa.auth;

import dev.moa.testkit.Servers;
import io.micronaut.context.ApplicationContext;
import io.micronaut.context.env.PropertySource;
import io.micronaut.context.env.PropertySource.Origin;
import io.micronaut.context.env.PropertySource.PropertyConvention;
import io.micronaut.runtime.server.EmbeddedServer;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A running auth service with a database of its own, and a second service that knows auth only by its address. */
public final class Suite implements AutoCloseable {

    public static final String PASSWORD = "correct horse battery staple";

    private final Map<String, Object> environment;
    private final EmbeddedServer auth;
    private EmbeddedServer probe;

    public Suite(Path keys, Map<String, Object> more) {
        environment = Servers.databaseAndRedis("auth", Servers.postgres().freshDatabase());
        environment.put("MOA_KEYS_DIR", keys.toString());
        environment.put("MOA_RATE_LIMITS", "login=5,address=10000");
        for (String peer : List.of("AUTH", "TRADING", "MARKET", "BACKTEST", "NOTIFICATION")) {
            environment.put("MOA_" + peer + "_URL", "http://127.0.0.1:1");
        }
        environment.putAll(more);
        auth = start("auth", environment);
    }

    public String databaseUrl() {
        return environment.get("MOA_DB_URL").toString();
    }

    /** The service itself. */
    public Http http() {
        return new Http(auth.getURI());
    }

    /** A service with three routes: GET /probe, POST /probe/money, POST /probe/safe. */
    public Http probe() {
        if (probe == null) {
            Map<String, Object> other = new HashMap<>(environment);
            other.put("MOA_AUTH_URL", auth.getURI().toString());
            probe = start("probe", other);
        }
        return new Http(probe.getURI());
    }

    public <T> T bean(Class<T> type) {
        return auth.getApplicationContext().getBean(type);
    }

    public <T> T probeBean(Class<T> type) {
        probe();
        return probe.getApplicationContext().getBean(type);
    }

    /** The auth process ends; the other service goes on. */
    public void stopAuth() {
        auth.getApplicationContext().close();
    }

    public static Map<String, Object> person(String username) {
        Map<String, Object> body = new HashMap<>();
        body.put("email", username + "@example.org");
        body.put("username", username);
        body.put("password", PASSWORD);
        body.put("name", "A person");
        return body;
    }

    /** Registers the first account and signs it in; tokens in the body. */
    public Http.Reply firstSession(String username) {
        http().post("/api/v1/auth/register", person(username)).expect(201);
        return login(username);
    }

    public Http.Reply login(String username) {
        return http().post(
                        "/api/v1/auth/login",
                        Map.of("username", username, "password", PASSWORD, "token_delivery", "body"))
                .expect(200);
    }

    @Override
    public void close() {
        if (probe != null) {
            probe.getApplicationContext().close();
        }
        auth.getApplicationContext().close();
    }

    private static EmbeddedServer start(String service, Map<String, Object> environment) {
        return ApplicationContext.builder()
                .deduceEnvironment(false)
                .environments(service)
                .propertySources(PropertySource.of(
                        "process", environment, PropertyConvention.ENVIRONMENT_VARIABLE, Origin.of("process")))
                .properties(Map.of("moa.service", service))
                .start()
                .getBean(EmbeddedServer.class)
                .start();
    }
}
