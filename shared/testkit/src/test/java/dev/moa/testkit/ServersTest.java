package dev.moa.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ServersTest {

    @Test
    void everyTestGetsAMigratedDatabaseOfItsOwn() throws Exception {
        String one = Servers.postgres().freshDatabase();
        String two = Servers.postgres().freshDatabase();
        assertNotEquals(one, two);
        try (var connection = Servers.postgres().superuser(two);
                var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "SELECT count(*) FROM pg_tables WHERE schemaname = 'trading' AND tablename = 'outbox'")) {
            rows.next();
            assertEquals(1, rows.getInt(1));
        }
    }

    @Test
    void aKilledRedisStartsAgainEmpty() {
        Servers.redis().kill();
        Servers.redis().start();
        Servers.redis().flush();
        assertTrue(Servers.redis().uri().startsWith("redis://127.0.0.1:"));
    }

    @Test
    void aKilledRabbitKeepsItsVirtualHosts() {
        String host = Servers.rabbit().freshVirtualHost();
        Servers.rabbit().kill();
        Servers.rabbit().start();
        assertTrue(Servers.rabbit().control("list_vhosts").contains(host));
    }
}
