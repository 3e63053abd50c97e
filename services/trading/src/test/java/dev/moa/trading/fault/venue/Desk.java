package dev.moa.trading.fault.venue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.moa.testkit.Await;
import dev.moa.testkit.Servers;
import dev.moa.testkit.exchange.ExchangeAccount;
import dev.moa.testkit.exchange.ExchangeOrder;
import dev.moa.testkit.exchange.Route;
import dev.moa.testkit.exchange.StubExchange;
import dev.moa.trading.Person;
import dev.moa.trading.Person.Reply;
import dev.moa.trading.fault.Faults;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/** One account at the exchange with its owner; it looks at both sides and compares them. */
final class Desk {
    private static final Set<String> UNDER_WAY = Set.of("PENDING_NEW", "SUBMITTED", "PENDING_CANCEL", "UNKNOWN");
    private static final Set<String> NOT_THERE = Set.of("PENDING_NEW", "SUBMITTED", "UNKNOWN", "REJECTED");

    private final VenueBench bench;
    private final StubExchange.Ids ids;
    private final Person person;
    private final String key = VenueBench.MARKER + UUID.randomUUID();
    private final String account;

    /** Somebody new with an account of this class, tested, with limits set and mode REAL. */
    Desk(VenueBench bench, StubExchange.Ids ids) {
        this.bench = bench;
        this.ids = ids;
        this.person = bench.suite().person("kim", "real_trade");
        bench.exchange().account(key, ids).cash("USDT", "100000");
        String broker = "STUB_" + "ABC".charAt(ids.ordinal());
        Reply added = person.post("/accounts/register", null, """
                {"broker":"%s","environment":"REAL","label":"Exchange","credentials":{"api_key":"%s"}}""".formatted(broker, key));
        assertEquals(201, added.status(), added.raw().body());
        account = (String) added.at("account_id");
        awaitGate("OPEN");
        Await.until(
                "it passes its test",
                () -> Boolean.TRUE.equals(
                        person.post("/accounts/" + account + "/test", null, "").at("ok")));
        Await.until(
                "limits are set",
                () -> person.put("/risk/limits", "{\"max_open_positions\":20}").status() == 200);
        Await.until(
                "the mode is REAL",
                () -> person.put("/users/me/trading-mode", "{\"mode\":\"REAL\",\"code\":\"123456\"}")
                                .status()
                        == 200);
    }

    Person person() {
        return person;
    }

    String account() {
        return account;
    }

    String key() {
        return key;
    }

    ExchangeAccount venue() {
        return bench.exchange().account(key);
    }

    void awaitGate(String gate) {
        Await.until(
                "the account is compared",
                () -> gate.equals(person.get("/accounts/" + account).at("gate")));
    }

    Reply ask(String idempotencyKey, Kind kind) {
        return person.post("/trading/orders", idempotencyKey, kind.body(account));
    }

    /** Places an order that is taken, under a new key each time it was not, as a person does; answers its id. */
    String place(Kind kind) {
        return placed(() -> UUID.randomUUID().toString(), kind);
    }

    /** Asks under one key until it is taken; answers its id. */
    String placed(String idempotencyKey, Kind kind) {
        return placed(() -> idempotencyKey, kind);
    }

    private String placed(Supplier<String> idempotencyKey, Kind kind) {
        Reply[] answer = new Reply[1];
        try {
            Await.until("it is taken", () -> {
                answer[0] = ask(idempotencyKey.get(), kind);
                return answer[0].status() == 202;
            });
        } catch (AssertionError never) {
            throw new AssertionError(
                    String.valueOf(answer[0] == null ? null : answer[0].raw().body()), never);
        }
        return (String) answer[0].at("order_id");
    }

    String status(String order) {
        return (String) person.get("/trading/orders/" + order).at("status");
    }

    void await(String order, String status) {
        try {
            Await.until(status, () -> status(order).equals(status));
        } catch (AssertionError never) {
            throw new AssertionError(
                    person.get("/trading/orders/" + order).raw().body(), never);
        }
    }

    /**
     * Waits until it is known what became of the order. Where the venue carries no names nothing proves an absence: there a
     * person, who sees the venue's own page, says that it was not placed.
     */
    String outcome(String order) {
        String[] last = new String[1];
        Await.until("it is known what became of " + order, () -> {
            last[0] = status(order);
            if (last[0].equals("UNKNOWN") && ids == StubExchange.Ids.NONE && isMissing()) {
                sayNotPlaced(order);
            }
            return !UNDER_WAY.contains(last[0]);
        });
        return last[0];
    }

    private boolean isMissing() {
        return venue().orders().size()
                == orders().stream()
                        .filter(order -> !NOT_THERE.contains(order.get("status")))
                        .count();
    }

    private void sayNotPlaced(String order) {
        quarantines().stream()
                .filter(row -> order.equals(row.get("order_id")) && row.get("settled_at") == null)
                .findFirst()
                .ifPresent(row ->
                        person.post("/accounts/" + account + "/settle", null, """
                        {"quarantine_id":"%s","as":"not_placed","note":"it is not on the page"}""".formatted(row.get("quarantine_id"))));
    }

    private List<Map<?, ?>> quarantines() {
        return rows("/accounts/" + account + "/quarantine");
    }

    private List<Map<?, ?>> orders() {
        return rows("/trading/orders?limit=200").stream()
                .filter(order -> account.equals(order.get("account_id")))
                .toList();
    }

    /** How many trades of an order are known. */
    int fills(String order) {
        return ((List<?>) get("/trading/orders/" + order).at("fills")).size();
    }

    private List<Map<?, ?>> rows(String path) {
        return ((List<?>) get(path).at("items"))
                .stream().<Map<?, ?>>map(Map.class::cast).toList();
    }

    private Reply get(String path) {
        Reply[] answer = new Reply[1];
        Await.until(path + " is answered", () -> {
            answer[0] = person.get(path);
            return answer[0].status() == 200;
        });
        return answer[0];
    }

    /** I2, I11 and the others: every order is there once or not at all, and both books say the same to the last digit. */
    void agree() {
        try {
            Await.until("both books say the same", () -> ours().equals(theirs()));
        } catch (AssertionError never) {
            assertEquals(theirs(), ours(), never.getMessage());
        }
        long names = venue().orders().stream()
                .map(ExchangeOrder::clientId)
                .filter(Objects::nonNull)
                .distinct()
                .count();
        assertEquals(ids == StubExchange.Ids.NONE ? 0 : venue().orders().size(), names, "names at the venue");
        assertTrue(bench.exchange().asked(key, Route.PLACE) <= orders().size(), "an order was sent twice");
        Await.until(
                "nothing is in quarantine",
                () -> quarantines().stream().allMatch(row -> row.get("settled_at") != null));
        Faults.holds(bench.suite(), UUID.fromString(account));
    }

    private List<String> theirs() {
        List<String> book = new java.util.ArrayList<>(venue().orders().stream()
                .map(order -> order.state() + " " + plain(order.quantity()) + " filled " + plain(order.filled()))
                .sorted()
                .toList());
        book.add("cash " + plain(venue().cash("USDT")));
        book.add("held " + plain(venue().held(VenueBench.BTC)));
        return book;
    }

    private List<String> ours() {
        List<String> book = new java.util.ArrayList<>(orders().stream()
                .filter(order -> !order.get("status").equals("REJECTED"))
                .map(order -> state((String) order.get("status")) + " " + plain(decimal(order, "quantity")) + " filled "
                        + plain(decimal(order, "filled_quantity")))
                .sorted()
                .toList());
        book.add("cash "
                + plain(sum("SELECT sum(total) FROM trading.cash WHERE currency = 'USDT' AND account_id = ?::uuid")));
        book.add(
                "held "
                        + plain(
                                sum(
                                        "SELECT sum(CASE direction WHEN 'LONG' THEN entered_quantity - exited_quantity"
                                                + " ELSE exited_quantity - entered_quantity END) FROM trading.position WHERE account_id = ?::uuid")));
        return book;
    }

    private BigDecimal sum(String query) {
        try (var connection = Servers.postgres().superuser(bench.suite().database());
                var statement = connection.prepareStatement(query)) {
            statement.setString(1, account);
            try (var rows = statement.executeQuery()) {
                rows.next();
                return rows.getBigDecimal(1) == null ? BigDecimal.ZERO : rows.getBigDecimal(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String state(String status) {
        return status.equals("ACCEPTED") || status.equals("PARTIALLY_FILLED") ? "OPEN" : status;
    }

    private static BigDecimal decimal(Map<?, ?> row, String field) {
        return new BigDecimal((String) row.get(field));
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
