package dev.moa.testkit.exchange;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** One account's books at the exchange: what is the truth, whatever anybody was told about it. */
public final class ExchangeAccount {
    private static final BigDecimal FEE = new BigDecimal("0.001");

    private final StubExchange.Ids ids;
    private final Supplier<Instant> clock;
    private final Consumer<Map<String, Object>> stream;
    private final Map<String, ExchangeOrder> orders = new LinkedHashMap<>();
    private final List<ExchangeFill> fills = new ArrayList<>();
    private final Map<String, BigDecimal> cash = new TreeMap<>();
    private final Map<String, BigDecimal[]> holdings = new TreeMap<>();
    private final List<Map<String, Object>> movements = new ArrayList<>();
    private final String prefix;
    private int counter;

    ExchangeAccount(
            StubExchange.Ids ids, Supplier<Instant> clock, String prefix, Consumer<Map<String, Object>> stream) {
        this.ids = ids;
        this.clock = clock;
        this.prefix = prefix;
        this.stream = stream;
    }

    // ---- what requests do

    synchronized ExchangeOrder place(Map<String, Object> wish, Instant invisibleUntil) {
        String name = (String) wish.get("client_id");
        if (ids == StubExchange.Ids.NONE && name != null) {
            throw new Refused(400, "refused", "This exchange carries no client ids.");
        }
        boolean taken = orders.values().stream()
                .anyMatch(order -> name != null
                        && name.equals(order.clientId)
                        && (ids == StubExchange.Ids.FOR_EVER || order.isOpen()));
        if (taken) {
            throw new Refused(409, "duplicate_client_id", "This client id is taken.");
        }
        String number = prefix + ++counter;
        ExchangeOrder order = new ExchangeOrder(number, number, wish, clock.get());
        order.invisibleUntil = invisibleUntil;
        orders.put(number, order);
        tell(order);
        return order;
    }

    synchronized ExchangeOrder cancel(String number, String clientId) {
        ExchangeOrder order = known(number, clientId);
        if (!order.isOpen()) {
            throw new Refused(409, "order_closed", "The order is not open any more.");
        }
        return end(order, "CANCELLED");
    }

    /** At an exchange without client ids the changed order is another one, which names the first. */
    synchronized ExchangeOrder amend(String number, BigDecimal price, BigDecimal quantity, BigDecimal stopPrice) {
        ExchangeOrder order = known(number, null);
        if (!order.isOpen()) {
            throw new Refused(409, "order_closed", "The order is not open any more.");
        }
        ExchangeOrder changed = order;
        if (ids == StubExchange.Ids.NONE) {
            String next = prefix + ++counter;
            changed = new ExchangeOrder(next, order.original, order.wish(), order.placedAt);
            changed.filled = order.filled;
            changed.value = order.value;
            orders.remove(number);
            orders.put(next, changed);
        }
        changed.price = price == null ? changed.price : price;
        changed.quantity = quantity == null ? changed.quantity : quantity;
        changed.stopPrice = stopPrice == null ? changed.stopPrice : stopPrice;
        tell(changed);
        return changed;
    }

    synchronized ExchangeOrder known(String number, String clientId) {
        return orders.values().stream()
                .filter(order -> number != null
                        ? order.number.equals(number) || order.original.equals(number)
                        : clientId.equals(order.clientId))
                .reduce((first, last) -> last)
                .filter(order -> order.isSeen(clock.get()))
                .orElseThrow(() -> new Refused(404, "unknown_order", "No such order."));
    }

    synchronized List<Map<String, Object>> ordersView(boolean openOnly, Instant from) {
        return orders.values().stream()
                .filter(order -> order.isSeen(clock.get()))
                .filter(order -> openOnly ? order.isOpen() : !order.placedAt.isBefore(from))
                .map(ExchangeOrder::view)
                .toList();
    }

    synchronized List<Map<String, Object>> fillsView(Instant from) {
        return fills.stream()
                .filter(fill -> !fill.at().isBefore(from))
                .map(ExchangeFill::view)
                .toList();
    }

    synchronized List<Map<String, Object>> movementsView(Instant from) {
        return movements.stream()
                .filter(movement -> (long) movement.get("at") >= from.toEpochMilli())
                .toList();
    }

    synchronized Map<String, Object> view() {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("time", clock.get().toEpochMilli());
        Map<String, Object> money = new LinkedHashMap<>();
        cash.forEach((currency, amount) -> money.put(currency, amount.toPlainString()));
        view.put("cash", money);
        List<Map<String, Object>> held = new ArrayList<>();
        holdings.forEach((instrument, holding) -> {
            if (holding[0].signum() != 0) {
                Map<String, Object> row = new LinkedHashMap<>();
                row.put("instrument", instrument);
                row.put("quantity", holding[0].toPlainString());
                row.put(
                        "average",
                        holding[1]
                                .divide(holding[0].abs(), 12, RoundingMode.HALF_EVEN)
                                .toPlainString());
                held.add(row);
            }
        });
        view.put("holdings", held);
        return view;
    }

    // ---- what a test does

    /** Everything ever placed, the invisible too, oldest first. */
    public synchronized List<ExchangeOrder> orders() {
        return List.copyOf(orders.values());
    }

    public synchronized List<ExchangeFill> fills() {
        return List.copyOf(fills);
    }

    public synchronized BigDecimal cash(String currency) {
        return cash.getOrDefault(currency, BigDecimal.ZERO);
    }

    /** What is held, below zero when short. */
    public synchronized BigDecimal held(String instrument) {
        return holdings.containsKey(instrument) ? holdings.get(instrument)[0] : BigDecimal.ZERO;
    }

    /** Sets the money without a word about why. */
    public synchronized ExchangeAccount cash(String currency, String amount) {
        cash.put(currency, new BigDecimal(amount));
        return this;
    }

    /** Sets what is held without a word about why. */
    public synchronized ExchangeAccount hold(String instrument, String quantity, String average) {
        BigDecimal held = new BigDecimal(quantity);
        holdings.put(instrument, new BigDecimal[] {held, held.abs().multiply(new BigDecimal(average))});
        return this;
    }

    /** An order of somebody else: the venue's own page, another program. */
    public synchronized ExchangeOrder placeElsewhere(
            String clientId, String instrument, String side, String quantity, String price) {
        Map<String, Object> wish = new LinkedHashMap<>();
        wish.put("client_id", clientId);
        wish.put("instrument", instrument);
        wish.put("side", side);
        wish.put("type", price == null ? "MARKET" : "LIMIT");
        wish.put("quantity", quantity);
        wish.put("price", price);
        return place(wish, Instant.MIN);
    }

    /** Trades a part of an order and tells it on the stream. */
    public synchronized ExchangeFill fill(ExchangeOrder order, String quantity, String price) {
        ExchangeFill fill = trade(order, new BigDecimal(quantity), new BigDecimal(price));
        fills.add(fill);
        stream.accept(message("fill", fill.view()));
        tell(order);
        return fill;
    }

    /** The totals of an order grow, but no trade is told yet: what a list shows before its trades are booked. */
    public synchronized ExchangeFill fillUntold(ExchangeOrder order, String quantity, String price) {
        return trade(order, new BigDecimal(quantity), new BigDecimal(price));
    }

    /** A trade that was held back is told now. */
    public synchronized void tellLate(ExchangeFill fill) {
        fills.add(fill);
        stream.accept(message("fill", fill.view()));
    }

    /** The exchange changes a trade it has told: a bust or a correction. */
    public synchronized void correct(ExchangeFill fill, String price) {
        int at = fills.indexOf(fill);
        ExchangeFill corrected = new ExchangeFill(
                fill.id(),
                fill.number(),
                fill.clientId(),
                fill.instrument(),
                fill.side(),
                new BigDecimal(price),
                fill.quantity(),
                fill.fee(),
                fill.feeCurrency(),
                fill.at());
        fills.set(at, corrected);
    }

    /** The totals of an order shrink without a word. */
    public synchronized void shrink(ExchangeOrder order, String filled) {
        order.filled = new BigDecimal(filled);
        order.state = "OPEN";
    }

    /** CANCELLED, EXPIRED or REJECTED by the exchange itself. */
    public synchronized ExchangeOrder end(ExchangeOrder order, String state) {
        order.state = state;
        tell(order);
        return order;
    }

    /** Seen until now, and from now on by nobody. */
    public synchronized void vanish(ExchangeOrder order) {
        order.goneFrom = clock.get();
    }

    public synchronized void hide(ExchangeOrder order, Duration time) {
        order.invisibleUntil = clock.get().plus(time);
    }

    /** A deposit, fee, dividend … with its movement. */
    public synchronized void move(String kind, String currency, String amount) {
        Map<String, Object> movement = movement(kind, null);
        movement.put("currency", currency);
        movement.put("amount", amount);
        cash.merge(currency, new BigDecimal(amount), BigDecimal::add);
    }

    /** Each one held becomes so many. */
    public synchronized void split(String instrument, String ratio) {
        movement("SPLIT", instrument).put("ratio", ratio);
        holdings.get(instrument)[0] = holdings.get(instrument)[0].multiply(new BigDecimal(ratio));
    }

    /** What is held under one name is held under another from now on. */
    public synchronized void rename(String instrument, String successor) {
        movement("SYMBOL_CHANGE", instrument).put("successor", successor);
        holdings.put(successor, holdings.remove(instrument));
    }

    // ---- inside

    private Map<String, Object> movement(String kind, String instrument) {
        Map<String, Object> movement = new LinkedHashMap<>();
        movement.put("id", prefix + "m" + ++counter);
        movement.put("kind", kind);
        movement.put("instrument", instrument);
        movement.put("at", clock.get().toEpochMilli());
        movements.add(movement);
        return movement;
    }

    private ExchangeFill trade(ExchangeOrder order, BigDecimal quantity, BigDecimal price) {
        BigDecimal notional = quantity.multiply(price);
        BigDecimal fee = notional.multiply(FEE);
        String currency = StubExchange.quoteOf(order.instrument);
        BigDecimal sign = order.side.equals("BUY") ? BigDecimal.ONE : BigDecimal.ONE.negate();
        order.filled = order.filled.add(quantity);
        order.value = order.value.add(notional);
        if (order.remaining().signum() <= 0 && order.isOpen()) {
            order.state = "FILLED";
        }
        cash.merge(currency, notional.multiply(sign).negate().subtract(fee), BigDecimal::add);
        book(order.instrument, quantity.multiply(sign), notional);
        return new ExchangeFill(
                prefix + "t" + ++counter,
                order.number,
                order.clientId,
                order.instrument,
                order.side,
                price,
                quantity,
                fee,
                currency,
                clock.get());
    }

    private void book(String instrument, BigDecimal change, BigDecimal notional) {
        BigDecimal[] held =
                holdings.computeIfAbsent(instrument, key -> new BigDecimal[] {BigDecimal.ZERO, BigDecimal.ZERO});
        BigDecimal after = held[0].add(change);
        if (held[0].signum() * change.signum() >= 0) {
            held[1] = held[1].add(notional);
        } else if (after.signum() * held[0].signum() >= 0) {
            held[1] = held[1].multiply(after).divide(held[0], 24, RoundingMode.HALF_EVEN);
        } else {
            held[1] = notional.multiply(after.abs()).divide(change.abs(), 24, RoundingMode.HALF_EVEN);
        }
        held[0] = after;
    }

    private void tell(ExchangeOrder order) {
        if (order.isSeen(clock.get())) {
            stream.accept(message("order", order.view()));
        }
    }

    private static Map<String, Object> message(String type, Map<String, Object> content) {
        Map<String, Object> message = new LinkedHashMap<>();
        message.put("type", type);
        message.putAll(content);
        // An order's own type gives way to the message's.
        message.put("order_type", content.get("type"));
        message.put("type", type);
        return message;
    }
}
