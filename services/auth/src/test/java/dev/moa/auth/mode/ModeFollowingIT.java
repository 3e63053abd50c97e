package dev.moa.auth.mode;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.moa.auth.Http;
import dev.moa.auth.Suite;
import dev.moa.contract.Envelope;
import dev.moa.contract.TradingEvents.TradingModeChanged;
import dev.moa.platform.Ids;
import dev.moa.platform.outbox.Received;
import dev.moa.testkit.Await;
import dev.moa.testkit.PostgresServer;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a person is told about the own trading mode is what trading told last. */
class ModeFollowingIT {
    private static final Instant FIRST = Instant.parse("2026-11-21T03:00:00Z");

    @TempDir
    Path keys;

    private Suite suite;
    private Http owner;
    private UUID person;

    @BeforeEach
    void start() {
        suite = new Suite(keys, Map.of("MOA_SWEEP_EVERY", "100ms", "MOA_SWEEP_OLDER_THAN", "0s"));
        owner = suite.http().as(suite.firstSession("owner").string("access_token"));
        person = UUID.fromString(owner.get("/api/v1/auth/me").string("user_id"));
    }

    @AfterEach
    void stop() {
        suite.close();
    }

    @Test
    void aFactOfTradingReachesThePerson() throws SQLException {
        assertEquals("PAPER", mode());
        tell("REAL", FIRST);
        Await.until("auth knows of REAL", () -> mode().equals("REAL"));
        tell("PAPER", FIRST.plusSeconds(1));
        Await.until("auth knows of PAPER", () -> mode().equals("PAPER"));
    }

    @Test
    void theYoungestChangeCountsInWhateverOrderTheyArriveAndHoweverOften() {
        TradingModeChanged real = new TradingModeChanged(person, "REAL", FIRST);
        TradingModeChanged paper = new TradingModeChanged(person, "PAPER", FIRST.plusSeconds(1));
        TradingModeChanged again = new TradingModeChanged(person, "REAL", FIRST.plusSeconds(2));
        hear(real);
        hear(again);
        assertEquals("REAL", mode());
        hear(paper);
        hear(real);
        assertEquals("REAL", mode(), "an older change replaced a younger one");
        TradingModeChanged last = new TradingModeChanged(person, "PAPER", FIRST.plusSeconds(3));
        List.of(last, again, real, last, paper, again).forEach(this::hear);
        assertEquals("PAPER", mode());
    }

    @Test
    void aFactWithoutItsOwnTimeCountsByItsEnvelope() {
        hear(new TradingModeChanged(person, "REAL", null));
        assertEquals("REAL", mode());
        hear(new TradingModeChanged(person, "PAPER", FIRST.minusSeconds(1)));
        assertEquals("REAL", mode());
    }

    @Test
    void theChangeOfOnePersonIsNotThatOfAnother() {
        hear(new TradingModeChanged(UUID.randomUUID(), "REAL", FIRST));
        assertEquals("PAPER", mode());
    }

    private String mode() {
        return owner.get("/api/v1/auth/me").expect(200).string("trading_mode");
    }

    private void hear(TradingModeChanged change) {
        Envelope envelope =
                new Envelope(Ids.next(), "trading.mode.changed", 1, FIRST, "trading", person.toString(), person);
        suite.bean(ModeFollowing.class).handle(new Received<>(envelope, change));
    }

    /** As trading's own transaction would. */
    private void tell(String mode, Instant at) throws SQLException {
        UUID event = Ids.next();
        String body = """
                {"event_id":"%s","name":"trading.mode.changed","version":1,"time":"%s","source":"trading",\
                "subject":"%s","owner":"%s","data":{"user_id":"%s","mode":"%s","changed_at":"%s"}}""".formatted(event, at, person, person, person, mode, at);
        try (var connection = DriverManager.getConnection(suite.databaseUrl(), "moa_trading", PostgresServer.PASSWORD);
                var statement = connection.prepareStatement(
                        "INSERT INTO trading.outbox (event_id, name, version, subject, owner, at, body)"
                                + " VALUES (?, 'trading.mode.changed', 1, ?, ?, clock_timestamp(), ?)")) {
            statement.setObject(1, event);
            statement.setString(2, person.toString());
            statement.setObject(3, person);
            statement.setString(4, body);
            statement.executeUpdate();
        }
    }
}
