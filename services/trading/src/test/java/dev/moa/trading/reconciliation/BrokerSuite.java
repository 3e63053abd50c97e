package dev.moa.trading.reconciliation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.moa.testkit.Await;
import dev.moa.testkit.Servers;
import dev.moa.testkit.exchange.ExchangeAccount;
import dev.moa.testkit.exchange.ExchangeOrder;
import dev.moa.testkit.exchange.StubExchange;
import dev.moa.trading.Person;
import dev.moa.trading.TradingSuite;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A trading service with the test exchange as its broker, and one person with an account there that is ready. */
public final class BrokerSuite implements AutoCloseable {
    public static final String BTC = "BINANCE:BTCUSDT";

    private final StubExchange exchange = new StubExchange(StubExchange.Ids.FOR_EVER, Clock.systemUTC());
    private final String key = "key-" + UUID.randomUUID();
    private final TradingSuite suite;
    private final Person person;
    private final String account;

    /** @param more settings beside those of the exchange */
    public BrokerSuite(Path keys, Map<String, String> more) {
        Map<String, String> all = new HashMap<>(Map.of(
                "MOA_BROKER_STUB_REST_URL", exchange.http().toString(),
                "MOA_KEYS_DIR", keys.toString(),
                "MOA_RECONCILIATION_PACE", "50ms",
                "MOA_RECONCILIATION_WATCHING", "200ms",
                "MOA_RECONCILIATION_QUIET", "100ms",
                "MOA_RECONCILIATION_ABSENCE", "1500ms",
                "MOA_RECONCILIATION_CONFIRM", "100ms"));
        all.putAll(more);
        suite = new TradingSuite(settings -> settings.putAll(all));
        suite.auth().secondFactor("123456");
        suite.price(BTC, "100");
        person = suite.person("kim", "real_trade");
        account = open();
    }

    private String open() {
        exchange.account(key).cash("USDT", "100000");
        var added = person.post("/accounts/register", null, """
                {"broker":"STUB_A","environment":"TESTNET","label":"Exchange","credentials":{"api_key":"%s"}}""".formatted(key));
        assertEquals(201, added.status(), added.raw().body());
        String id = (String) added.at("account_id");
        ready(id);
        return id;
    }

    private void ready(String id) {
        Await.until(
                "it is compared", () -> person.get("/accounts/" + id).at("gate").equals("OPEN"));
    }

    public StubExchange exchange() {
        return exchange;
    }

    /** The account's books at the exchange. */
    public ExchangeAccount there() {
        return exchange.account(key);
    }

    /** The only order that is open there. */
    public ExchangeOrder onlyOpen() {
        return there().orders().stream()
                .filter(ExchangeOrder::isOpen)
                .reduce((one, two) -> {
                    throw new AssertionError("more than one order is open: " + one + ", " + two);
                })
                .orElseThrow();
    }

    public TradingSuite suite() {
        return suite;
    }

    public Person person() {
        return person;
    }

    public String account() {
        return account;
    }

    /** Places an order on the account; answers its id. */
    public String order(String terms) {
        var placed = person.order("{\"account_id\":\"%s\",\"instrument\":\"%s\",%s}".formatted(account, BTC, terms));
        assertEquals(202, placed.status(), placed.raw().body());
        return (String) placed.at("order_id");
    }

    public Person.Reply view(String order) {
        return person.get("/trading/orders/" + order);
    }

    public void await(String order, String status) {
        try {
            Await.until(status, () -> view(order).at("status").equals(status));
        } catch (AssertionError never) {
            throw new AssertionError(view(order).raw().body(), never);
        }
    }

    /** Ends the process and starts it again; the price is known and the account compared when this returns. */
    public void restart(String price) {
        suite.stop();
        suite.start();
        suite.price(BTC, price);
        ready(account);
    }

    /** The rows of one column of the service's database. */
    public List<String> rows(String query) throws SQLException {
        try (var database = Servers.postgres().superuser(suite.database());
                var rows = database.createStatement().executeQuery(query)) {
            List<String> found = new ArrayList<>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        }
    }

    public void change(String statement) throws SQLException {
        try (var database = Servers.postgres().superuser(suite.database());
                var work = database.createStatement()) {
            work.executeUpdate(statement);
        }
    }

    @Override
    public void close() {
        suite.close();
        exchange.close();
    }
}
