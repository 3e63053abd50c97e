package dev.moa.testkit;

import java.util.HashMap;
import java.util.Map;

/**
 * The real servers of one test JVM: each starts when it is first asked for and ends with the JVM. Tests that kill a
 * server start it again before they end.
 */
public final class Servers {
    private static PostgresServer postgres;
    private static RedisServer redis;
    private static RabbitServer rabbit;

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(Servers::stop));
    }

    private Servers() {}

    public static synchronized PostgresServer postgres() {
        if (postgres == null) {
            postgres = new PostgresServer();
        }
        return postgres;
    }

    public static synchronized RedisServer redis() {
        if (redis == null) {
            redis = new RedisServer();
        }
        return redis;
    }

    public static synchronized RabbitServer rabbit() {
        if (rabbit == null) {
            rabbit = new RabbitServer();
        }
        return rabbit;
    }

    /**
     * The environment a service process gets (names as in the environment, for example {@code MOA_DB_URL}), for a fresh
     * database, an empty Redis and a fresh virtual host. {@code schema} is the service's schema and role suffix.
     */
    public static Map<String, Object> environment(String schema) {
        return environment(schema, postgres().freshDatabase(), rabbit().freshVirtualHost());
    }

    /** The same for several services that share one database and one virtual host. */
    public static Map<String, Object> environment(String schema, String database, String virtualHost) {
        Map<String, Object> environment = databaseAndRedis(schema, database);
        environment.put("MOA_AMQP_HOST", rabbit().host());
        environment.put("MOA_AMQP_PORT", rabbit().port());
        environment.put("MOA_AMQP_USER", rabbit().user());
        environment.put("MOA_AMQP_PASSWORD", rabbit().password());
        environment.put("MOA_AMQP_VHOST", virtualHost);
        return environment;
    }

    /** For tests that need no RabbitMQ: its address points to a closed port. */
    public static Map<String, Object> databaseAndRedis(String schema, String database) {
        Map<String, Object> environment = new HashMap<>();
        environment.put("MOA_PORT", -1);
        environment.put("MOA_BIND", "127.0.0.1");
        environment.put("MOA_DB_URL", postgres().url(database));
        environment.put("MOA_DB_USER", "moa_" + schema);
        environment.put("MOA_DB_PASSWORD", PostgresServer.PASSWORD);
        environment.put("MOA_REDIS_URI", redis().uri());
        environment.put("MOA_AMQP_HOST", "127.0.0.1");
        environment.put("MOA_AMQP_PORT", 1);
        environment.put("MOA_AMQP_USER", "moa");
        environment.put("MOA_AMQP_PASSWORD", "none");
        environment.put("MOA_INNER_SECRET", "inner-secret-of-the-tests");
        return environment;
    }

    private static void stop() {
        if (rabbit != null) {
            rabbit.stop();
        }
        if (redis != null) {
            redis.stop();
        }
        if (postgres != null) {
            postgres.stop();
        }
    }
}
