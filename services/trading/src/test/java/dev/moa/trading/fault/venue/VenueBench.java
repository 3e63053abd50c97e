package dev.moa.trading.fault.venue;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import dev.moa.testkit.Servers;
import dev.moa.testkit.exchange.StubExchange;
import dev.moa.trading.TradingSuite;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.slf4j.LoggerFactory;

/** A trading service and the exchange its accounts are at; each case has an account of its own, of any venue class. */
final class VenueBench implements AutoCloseable {
    static final String BTC = "BINANCE:BTCUSDT";
    /** Begins every credential, so that one that got out is found wherever it went. */
    static final String MARKER = "SECRET-MARKER-";

    private final StubExchange exchange = new StubExchange(StubExchange.Ids.FOR_EVER, Clock.systemUTC());
    private final Path keys = folder();
    private final List<String> leaked = new CopyOnWriteArrayList<>();
    private final AppenderBase<ILoggingEvent> watch = new AppenderBase<>() {
        @Override
        protected void append(ILoggingEvent event) {
            String cause = event.getThrowableProxy() == null
                    ? ""
                    : event.getThrowableProxy().getMessage();
            if ((event.getFormattedMessage() + cause).contains(MARKER)) {
                leaked.add("log: " + event.getFormattedMessage() + " " + cause);
            }
        }
    };
    private final TradingSuite suite;

    VenueBench() {
        this(url -> url);
    }

    /** @param line makes of the exchange's address the one that the service is told */
    VenueBench(UnaryOperator<String> line) {
        suite = new TradingSuite(settings -> settings.putAll(Map.ofEntries(
                Map.entry("MOA_BROKER_STUB_REST_URL", line.apply(exchange.http().toString())),
                Map.entry("MOA_KEYS_DIR", keys.toString()),
                Map.entry("MOA_BROKERS_STUB_ANSWER_WITHIN", "1s"),
                Map.entry("MOA_BROKERS_STUB_ENGINE_TIMEOUT", "500ms"),
                Map.entry("MOA_RECONCILIATION_PACE", "50ms"),
                Map.entry("MOA_RECONCILIATION_WATCHING", "200ms"),
                Map.entry("MOA_RECONCILIATION_QUIET", "100ms"),
                Map.entry("MOA_RECONCILIATION_ABSENCE", "1s"),
                Map.entry("MOA_RECONCILIATION_CONFIRM", "100ms"),
                // Hundreds of accounts: only what is doubtful is compared.
                Map.entry("MOA_RECONCILIATION_ORDERS", "10m"),
                Map.entry("MOA_RECONCILIATION_BOOKS", "10m"))));
        suite.auth().secondFactor("123456");
        suite.market().knows(BTC, "100");
        suite.price(BTC, "100");
        exchange.price(BTC, "100");
        watch.setContext(root().getLoggerContext());
        watch.start();
        root().addAppender(watch);
    }

    StubExchange exchange() {
        return exchange;
    }

    TradingSuite suite() {
        return suite;
    }

    /** Starts the service again, with the price it knew. */
    void start() {
        suite.start();
        suite.talkTo(null);
        suite.price(BTC, "100");
    }

    /** Where a credential got out to: logs, any column of any table, and with the outbox all that ever went to a queue. */
    List<String> leaks() throws SQLException {
        List<String> found = new ArrayList<>(leaked);
        String hex = Stream.iterate(0, i -> i < MARKER.length(), i -> i + 1)
                .map(i -> Integer.toHexString(MARKER.charAt(i)))
                .reduce("", String::concat);
        try (var connection = Servers.postgres().superuser(suite.database());
                var statement = connection.createStatement()) {
            List<String> tables = new ArrayList<>();
            try (var rows = statement.executeQuery("SELECT format('%I.%I', table_schema, table_name)"
                    + " FROM information_schema.tables WHERE table_type = 'BASE TABLE'"
                    + " AND table_schema NOT IN ('pg_catalog', 'information_schema')")) {
                while (rows.next()) {
                    tables.add(rows.getString(1));
                }
            }
            for (String table : tables) {
                try (var rows = statement.executeQuery("SELECT count(*) FROM " + table + " t WHERE t::text LIKE '%"
                        + MARKER + "%' OR t::text LIKE '%" + hex + "%'")) {
                    rows.next();
                    if (rows.getLong(1) > 0) {
                        found.add("table " + table);
                    }
                }
            }
        }
        return found;
    }

    private static Logger root() {
        return (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    }

    private static Path folder() {
        try {
            return Files.createTempDirectory("moa-venue-keys-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        root().detachAppender(watch);
        suite.close();
        exchange.close();
        try (Stream<Path> files = Files.walk(keys)) {
            files.sorted(java.util.Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
