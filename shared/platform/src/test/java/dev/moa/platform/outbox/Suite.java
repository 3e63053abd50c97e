package dev.moa.platform.outbox;

import dev.moa.platform.sql.Sql;
import dev.moa.testkit.Servers;
import io.micronaut.context.ApplicationContext;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A few services on one database and one virtual host, each with the handlers a test gives it. */
final class Suite implements AutoCloseable {

    private final String database = Servers.postgres().freshDatabase();
    private final String virtualHost = Servers.rabbit().freshVirtualHost();
    private final Map<String, ApplicationContext> running = new HashMap<>();

    Suite() {
        execute(
                "create table notification.effect (n bigint generated always as identity, event_id uuid, subject text)");
        execute("grant select, insert on notification.effect to moa_notification");
    }

    ApplicationContext start(String service, Object... beans) {
        return start(service, Map.of(), beans);
    }

    ApplicationContext start(String service, Map<String, Object> settings, Object... beans) {
        Map<String, Object> all = new HashMap<>(Servers.environment(service, database, virtualHost));
        all.put("moa.sweep.every", "1s");
        all.put("moa.sweep.older-than", "1h");
        all.putAll(settings);
        ApplicationContext context = ApplicationContext.builder()
                .deduceEnvironment(false)
                .environments(service)
                .properties(all)
                .singletons(beans)
                .start();
        running.put(service, context);
        return context;
    }

    void stop(String service) {
        running.remove(service).close();
    }

    String virtualHost() {
        return virtualHost;
    }

    Sql sql(String service) {
        return running.get(service).getBean(Sql.class);
    }

    long count(String service, String table) {
        return sql(service)
                .one("select count(*) as n from " + table, rs -> rs.getLong("n"))
                .orElseThrow();
    }

    List<String> effects() {
        return sql("notification").list("select subject from effect order by n", rs -> rs.getString("subject"));
    }

    List<UUID> effectIds() {
        return sql("notification").list("select event_id from effect", rs -> rs.getObject("event_id", UUID.class));
    }

    void execute(String statement) {
        try (var connection = Servers.postgres().superuser(database);
                var running = connection.createStatement()) {
            running.execute(statement);
        } catch (SQLException failure) {
            throw new IllegalStateException(statement, failure);
        }
    }

    @Override
    public void close() {
        running.values().forEach(ApplicationContext::close);
    }
}
