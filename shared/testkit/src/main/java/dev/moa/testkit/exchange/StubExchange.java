package dev.moa.testkit.exchange;

import dev.moa.testkit.StubConnection;
import dev.moa.testkit.StubJson;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;

/**
 * A venue that takes orders over real HTTP and WebSocket sockets of 127.0.0.1, in Moa's own plain test protocol, keeps books
 * of its own, and treats each request as it was told to. Resting orders trade when the test says so, or at a price it set.
 */
public final class StubExchange implements AutoCloseable {
    /** What it makes of client order ids. */
    public enum Ids {
        FOR_EVER,
        WHILE_OPEN,
        NONE
    }

    private final Ids ids;
    private final Clock clock;
    private final ExchangeServer server;
    private final Map<String, ExchangeAccount> accounts = new ConcurrentHashMap<>();
    private final Map<Route, Queue<Mood>> script = new EnumMap<>(Route.class);
    private final Map<String, Queue<Mood>> scripts = new HashMap<>();
    private final Map<String, List<String>> struck = new ConcurrentHashMap<>();
    private final Map<String, BigDecimal> prices = new ConcurrentHashMap<>();
    private final List<String> held = new ArrayList<>();
    private final Map<String, List<String>> heldBack = new HashMap<>();
    private boolean holding;
    private volatile Duration skew = Duration.ZERO;

    public StubExchange(Ids ids, Clock clock) {
        this.ids = ids;
        this.clock = clock;
        this.server = new ExchangeServer(this);
    }

    public URI http() {
        return URI.create("http://127.0.0.1:" + server.port());
    }

    public URI stream() {
        return URI.create("ws://127.0.0.1:" + server.port() + "/stream");
    }

    /** The account of this key; made when it is asked for first. */
    public ExchangeAccount account(String key) {
        return account(key, ids);
    }

    /** The same; one that is made now makes that of client order ids. */
    public ExchangeAccount account(String key, Ids itsIds) {
        return accounts.computeIfAbsent(
                key,
                name -> new ExchangeAccount(
                        itsIds, this::now, Integer.toHexString(name.hashCode()) + "-", message -> tell(name, message)));
    }

    /** How the next requests of this kind are treated, one after the other; those after them are answered in order. */
    public void script(Route route, Mood... moods) {
        synchronized (script) {
            script.computeIfAbsent(route, key -> new ArrayDeque<>()).addAll(List.of(moods));
        }
    }

    /** How the next requests of this kind of one account are treated; they come before what is said for all. */
    public void script(String key, Route route, Mood... moods) {
        synchronized (script) {
            scripts.computeIfAbsent(key + " " + route, name -> new ArrayDeque<>())
                    .addAll(List.of(moods));
        }
    }

    /** What was done to requests and streams of this account, each with the port of the socket it hit. */
    public List<String> struck(String key) {
        return List.copyOf(struck.getOrDefault(key, List.of()));
    }

    /** From now on orders of this instrument that this price meets trade at once, whole, at it. */
    public void price(String instrument, String price) {
        prices.put(instrument, new BigDecimal(price));
        accounts.values()
                .forEach(account -> account.orders().stream()
                        .filter(order -> order.instrument.equals(instrument))
                        .forEach(order -> tradeAtOnce(account, order)));
    }

    /** From now on its clock differs from ours by so much. */
    public void skew(Duration difference) {
        skew = difference;
    }

    /** Whether requests and streams are cut before a word is said. */
    public void away(boolean now) {
        server.refuse(now);
    }

    /** Cuts every stream without a word. */
    public void dropStreams() {
        server.connections().forEach(StubConnection::cut);
    }

    /** Cuts the streams of one account without a word. */
    public void dropStreams(String key) {
        server.connections(key).forEach(stream -> {
            struck(key, "stream cut on socket " + stream.port());
            stream.cut();
        });
    }

    /** Keeps what would be told on one account's streams back until {@link #release(String, UnaryOperator)}. */
    public void holdStreams(String key) {
        synchronized (held) {
            heldBack.put(key, new ArrayList<>());
        }
    }

    /** Tells what was kept back from one account, in the order and as often as the test makes of it. */
    public void release(String key, UnaryOperator<List<String>> order) {
        List<String> messages;
        synchronized (held) {
            messages = heldBack.remove(key);
        }
        List<String> told = order.apply(messages);
        struck(
                key,
                messages.size() + " messages became " + told.size() + " on socket "
                        + server.connections(key).stream()
                                .map(StubConnection::port)
                                .toList());
        told.forEach(this::send);
    }

    /** Keeps what would be told on streams back until {@link #release}. */
    public void holdStreams() {
        synchronized (held) {
            holding = true;
        }
    }

    /** Tells what was kept back, newest first when reversed, everything so many times. */
    public void release(boolean reversed, int times) {
        List<String> messages;
        synchronized (held) {
            holding = false;
            messages = new ArrayList<>(held);
            held.clear();
        }
        if (reversed) {
            Collections.reverse(messages);
        }
        for (String message : messages) {
            for (int i = 0; i < times; i++) {
                send(message);
            }
        }
    }

    /** Forgets what was kept back, as if the stream had lost it. */
    public void forgetHeld() {
        synchronized (held) {
            holding = false;
            held.clear();
        }
    }

    /** How often this was asked so far, whatever was answered. */
    public long asked(Route route) {
        return server.asked(route);
    }

    /** How often one account has asked this. */
    public long asked(String key, Route route) {
        return server.asked(key, route);
    }

    /** How many streams are open. */
    public long streams() {
        return server.connections().stream().filter(StubConnection::isOpen).count();
    }

    /** The money an instrument is priced in, by its name. */
    static String quoteOf(String instrument) {
        String symbol = instrument.substring(instrument.indexOf(':') + 1);
        if (symbol.contains("-")) {
            return symbol.substring(0, symbol.indexOf('-'));
        }
        return symbol.endsWith("USDT") ? "USDT" : "KRW";
    }

    @Override
    public void close() {
        server.close();
    }

    // ---- for the server

    Instant now() {
        return clock.instant().plus(skew);
    }

    void struck(String key, String what) {
        struck.computeIfAbsent(key, name -> new CopyOnWriteArrayList<>()).add(what);
    }

    Mood moodFor(String key, Route route) {
        synchronized (script) {
            Queue<Mood> own = scripts.get(key + " " + route);
            if (own != null && !own.isEmpty()) {
                return own.remove();
            }
            Queue<Mood> moods = script.get(route);
            return moods == null || moods.isEmpty() ? Mood.OK : moods.remove();
        }
    }

    Object answer(Route route, String key, Map<String, String> query, Map<String, Object> body, Mood mood) {
        ExchangeAccount account = account(key);
        Instant from = Instant.ofEpochMilli(Long.parseLong(query.getOrDefault("from", "0")));
        return switch (route) {
            case PLACE -> {
                boolean invisible = mood.kind() == Mood.Kind.INVISIBLE;
                ExchangeOrder order = account.place(body, invisible ? now().plus(mood.time()) : Instant.MIN);
                tradeAtOnce(account, order);
                yield order.view();
            }
            case CANCEL -> {
                if (mood.kind() == Mood.Kind.FILL_FIRST) {
                    ExchangeOrder order = account.known(query.get("number"), query.get("client_id"));
                    account.fill(order, order.remaining().toPlainString(), order.price.toPlainString());
                }
                yield account.cancel(query.get("number"), query.get("client_id"))
                        .view();
            }
            case AMEND ->
                account.amend(
                                query.get("number"),
                                number(body, "price"),
                                number(body, "quantity"),
                                number(body, "stop_price"))
                        .view();
            case FIND ->
                account.known(query.get("number"), query.get("client_id")).view();
            case OPEN_ORDERS -> list(account.ordersView(true, from), mood);
            case ORDERS -> list(account.ordersView(false, from), mood);
            case FILLS -> list(account.fillsView(from), mood);
            case MOVEMENTS -> list(account.movementsView(from), mood);
            case ACCOUNT -> account.view();
        };
    }

    private static BigDecimal number(Map<String, Object> body, String name) {
        return body.get(name) == null ? null : new BigDecimal((String) body.get(name));
    }

    private static Map<String, Object> list(List<Map<String, Object>> items, Mood mood) {
        boolean cut = mood.kind() == Mood.Kind.CUT;
        return Map.of("items", cut ? items.subList(0, items.size() / 2) : items, "complete", !cut);
    }

    private void tradeAtOnce(ExchangeAccount account, ExchangeOrder order) {
        BigDecimal price = prices.get(order.instrument);
        if (price != null && order.isOpen() && order.stopPrice == null && meets(order, price)) {
            account.fill(order, order.remaining().toPlainString(), price.toPlainString());
        }
    }

    private static boolean meets(ExchangeOrder order, BigDecimal price) {
        if (order.price == null) {
            return true;
        }
        int above = price.compareTo(order.price);
        return order.side.equals("BUY") ? above <= 0 : above >= 0;
    }

    private void tell(String key, Map<String, Object> message) {
        message.put("account", key);
        String text = StubJson.write(message);
        synchronized (held) {
            if (heldBack.containsKey(key)) {
                heldBack.get(key).add(text);
                return;
            }
            if (holding) {
                held.add(text);
                return;
            }
        }
        send(text);
    }

    private void send(String text) {
        server.tell((String) StubJson.object(text).get("account"), text);
    }
}
