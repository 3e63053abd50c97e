package dev.moa.testkit;

import dev.moa.database.Migrations;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Brings the database {@code moa} of a test cluster to the newest schema with the product's own migrations. */
final class TestDatabase {
    private TestDatabase() {}

    static void prepare(PostgresServer server) {
        var passwords = Migrations.ROLES.stream()
                .collect(Collectors.toMap(Function.identity(), role -> PostgresServer.PASSWORD));
        Migrations.bootstrap(server.url("postgres"), "postgres", PostgresServer.PASSWORD, passwords);
        Migrations.migrate(server.url("moa"), PostgresServer.PASSWORD);
    }
}
