package dev.moa.platform.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.moa.platform.Ids;
import dev.moa.platform.problem.DependencyAway;
import dev.moa.testkit.Await;
import dev.moa.testkit.Servers;
import io.micronaut.context.ApplicationContext;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.jdbc.PgConnection;

class SqlIT {

    private static ApplicationContext context;
    private static Sql sql;

    @BeforeAll
    static void start() throws SQLException {
        String database = Servers.postgres().freshDatabase();
        try (var connection = Servers.postgres().superuser(database);
                var statement = connection.createStatement()) {
            statement.execute("create table trading.thing (id uuid primary key, name text, amount numeric, "
                    + "at timestamptz, unit text, flag boolean, tags text[], n bigint)");
            statement.execute("grant all on trading.thing to moa_trading");
        }
        context = ApplicationContext.builder()
                .deduceEnvironment(false)
                .environments("trading")
                .properties(Servers.databaseAndRedis("trading", database))
                .properties(Map.of("moa.messaging.enabled", "false"))
                .start();
        sql = context.getBean(Sql.class);
    }

    @AfterAll
    static void stop() {
        context.close();
    }

    @BeforeEach
    void empty() {
        sql.update("delete from thing");
    }

    @Test
    void everyTypeComesBackAsItWent() {
        UUID id = Ids.next();
        Instant at = Instant.parse("2026-11-21T03:04:05.123456Z");
        sql.update(
                "insert into thing values (?, ?, ?, ?, ?, ?, ?, ?)",
                id,
                "물건",
                new BigDecimal("0.10000000000000000000000001"),
                at,
                TimeUnit.DAYS,
                true,
                List.of("a", "b"),
                7L);

        sql.one("select * from thing where id = ? and unit = ? and at = ?", rs -> rs, id, TimeUnit.DAYS, at)
                .orElseThrow();
        String read = sql.one("select * from thing", rs -> {
                    assertEquals(id, Columns.uuid(rs, "id"));
                    assertEquals(at, Columns.instant(rs, "at"));
                    assertEquals(new BigDecimal("0.10000000000000000000000001"), Columns.decimal(rs, "amount"));
                    assertEquals(TimeUnit.DAYS, Columns.constant(rs, "unit", TimeUnit.class));
                    assertEquals(List.of("a", "b"), Columns.texts(rs, "tags"));
                    assertEquals(7L, Columns.bigint(rs, "n"));
                    return rs.getString("name");
                })
                .orElseThrow();
        assertEquals("물건", read);
    }

    @Test
    void nullsGoBothWays() {
        UUID id = Ids.next();
        sql.update("insert into thing values (?, ?, ?, ?, ?, ?, ?, ?)", id, null, null, null, null, null, null, null);
        boolean allNull = sql.one(
                        "select * from thing where (?::uuid is null or id = ?)",
                        rs -> Columns.instant(rs, "at") == null
                                && Columns.decimal(rs, "amount") == null
                                && Columns.bigint(rs, "n") == null
                                && Columns.texts(rs, "tags").isEmpty(),
                        null,
                        null)
                .orElseThrow();
        assertTrue(allNull);
        assertTrue(sql.one("select name from thing", rs -> rs.getString(1)).isEmpty());
    }

    @Test
    void listsAreArrays() {
        UUID one = add("one");
        UUID two = add("two");
        add("three");
        assertEquals(
                2,
                sql.list("select id from thing where id = any(?)", rs -> rs.getString(1), List.of(one, two))
                        .size());
        assertEquals(
                0,
                sql.list("select id from thing where id = any(?::uuid[])", rs -> rs.getString(1), List.of())
                        .size());
        assertEquals(
                1,
                sql.list("select id from thing where name = any(?)", rs -> rs.getString(1), List.of("one"))
                        .size());
    }

    @Test
    void batchesAreAllOrNothing() {
        UUID id = Ids.next();
        String insert = "insert into thing (id, name) values (?, ?)";
        sql.batch(insert, List.of(new Object[] {id, "a"}, new Object[] {Ids.next(), "b"}));
        SqlFailure failure = assertThrows(
                SqlFailure.class,
                () -> sql.batch(insert, List.of(new Object[] {Ids.next(), "c"}, new Object[] {id, "again"})));
        assertTrue(failure.isDuplicate());
        assertEquals(2, count());
    }

    @Test
    void theDriverHeardWhatTheSettingsTellIt() {
        sql.inTransaction(() -> {
            try {
                assertEquals(40_000, sql.connection().getNetworkTimeout());
                assertTrue(sql.connection()
                        .unwrap(PgConnection.class)
                        .getQueryExecutor()
                        .isReWriteBatchedInsertsEnabled());
            } catch (SQLException failure) {
                throw new AssertionError(failure);
            }
        });
    }

    @Test
    void aPlaceThatIsSometimesEmptyDoesNotPrepareItsStatementAnew() {
        String insert = "insert into thing (id, name, amount, at, flag, n) values (?, ?, ?, ?, ?, ?)";
        Set<String> prepared = new HashSet<>();
        sql.inTransaction(() -> {
            for (int i = 0; i < 12; i++) {
                if (i % 2 == 0) {
                    sql.update(insert, Ids.next(), "a", BigDecimal.ONE, Instant.EPOCH, true, 1L);
                } else {
                    sql.update(insert, Ids.next(), null, null, null, null, null);
                }
                prepared.addAll(sql.list(
                        "select name from pg_prepared_statements where statement like 'insert into thing (id, name, a%'",
                        rs -> rs.getString(1)));
            }
        });
        assertEquals(1, prepared.size(), prepared::toString);
    }

    @Test
    void whatLeavesTheOutermostTransactionUndoesEverything() {
        assertThrows(
                IllegalArgumentException.class,
                () -> sql.inTransaction(() -> {
                    add("outer");
                    sql.inTransaction(() -> add("inner"));
                    throw new IllegalArgumentException("changed my mind");
                }));
        assertEquals(0, count());
    }

    @Test
    void anExceptionCaughtOutsideTheInnerCallUndoesNothing() {
        sql.inTransaction(() -> {
            add("outer");
            assertThrows(
                    IllegalArgumentException.class,
                    () -> sql.inTransaction((Runnable) () -> {
                        throw new IllegalArgumentException("not so bad");
                    }));
        });
        assertEquals(1, count());
    }

    @Test
    void afterCommitComesAfterTheCommitAndNotAfterARollback() {
        List<String> seen = new ArrayList<>();
        sql.inTransaction(() -> {
            sql.afterCommit(() -> seen.add("committed"));
            add("x");
            assertEquals(List.of(), seen);
        });
        assertThrows(
                IllegalStateException.class,
                () -> sql.inTransaction(() -> {
                    sql.afterCommit(() -> seen.add("never"));
                    throw new IllegalStateException("no");
                }));
        assertEquals(List.of("committed"), seen);
        assertThrows(IllegalStateException.class, () -> sql.afterCommit(() -> {}));
    }

    @Test
    void transactionsAreReadCommittedAndEndWithTheirCall() {
        assertFalse(sql.isInTransaction());
        String level = sql.inTransaction(() ->
                sql.one("show transaction_isolation", rs -> rs.getString(1)).orElseThrow());
        assertEquals("read committed", level);
        assertFalse(sql.isInTransaction());
        assertThrows(IllegalStateException.class, sql::connection);
    }

    @Test
    void wrongSqlIsAFailureWithItsState() {
        assertEquals(
                "42P01",
                assertThrows(SqlFailure.class, () -> sql.update("delete from nowhere"))
                        .sqlState());
        assertEquals(
                "42501",
                assertThrows(SqlFailure.class, () -> sql.list("select * from auth.outbox", rs -> 1))
                        .sqlState());
        assertTrue(assertThrows(
                        SqlFailure.class,
                        () -> sql.inTransaction(() -> {
                            sql.update("set local statement_timeout = '1ms'");
                            sql.list("select pg_sleep(5)", rs -> 1);
                        }))
                .isTransient());
    }

    @Test
    void aDatabaseThatIsAwayIsADependencyAndComesBack() {
        add("before");
        Servers.postgres().kill();
        try {
            assertThrows(DependencyAway.class, () -> add("during"));
            assertThrows(DependencyAway.class, () -> sql.inTransaction(() -> add("during")));
        } finally {
            Servers.postgres().start();
        }
        Await.until("it is back", () -> count() == 1);
    }

    @Test
    void aConnectionCutInTheMiddleIsADependencyAndItsWorkIsUndone() {
        assertThrows(
                DependencyAway.class,
                () -> sql.inTransaction(() -> {
                    add("lost");
                    int pid = sql.one("select pg_backend_pid() as pid", rs -> rs.getInt("pid"))
                            .orElseThrow();
                    terminate(pid);
                    add("never");
                }));
        assertEquals(0, count());
    }

    private static void terminate(int pid) {
        try (var connection = Servers.postgres().superuser("postgres");
                var statement = connection.createStatement()) {
            statement.execute("select pg_terminate_backend(" + pid + ", 5000)");
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static UUID add(String name) {
        UUID id = Ids.next();
        sql.update("insert into thing (id, name) values (?, ?)", id, name);
        return id;
    }

    private static long count() {
        return sql.one("select count(*) as n from thing", rs -> rs.getLong("n")).orElseThrow();
    }
}
