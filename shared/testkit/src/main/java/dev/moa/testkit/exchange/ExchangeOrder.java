package dev.moa.testkit.exchange;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** An order in the exchange's own book. */
public final class ExchangeOrder {
    final String number;
    final String original;
    final String clientId;
    final String instrument;
    final String side;
    final String type;
    final Instant placedAt;
    BigDecimal quantity;
    BigDecimal price;
    BigDecimal stopPrice;
    BigDecimal filled = BigDecimal.ZERO;
    BigDecimal value = BigDecimal.ZERO;
    String state = "OPEN";
    Instant invisibleUntil = Instant.MIN;
    Instant goneFrom = Instant.MAX;

    ExchangeOrder(String number, String original, Map<String, Object> wish, Instant placedAt) {
        this.number = number;
        this.original = original;
        this.clientId = (String) wish.get("client_id");
        this.instrument = (String) wish.get("instrument");
        this.side = (String) wish.get("side");
        this.type = (String) wish.get("type");
        this.quantity = new BigDecimal((String) wish.get("quantity"));
        this.price = wish.get("price") == null ? null : new BigDecimal((String) wish.get("price"));
        this.stopPrice = wish.get("stop_price") == null ? null : new BigDecimal((String) wish.get("stop_price"));
        this.placedAt = placedAt;
    }

    public String number() {
        return number;
    }

    /** Null when it came without one. */
    public String clientId() {
        return clientId;
    }

    public String instrument() {
        return instrument;
    }

    public String side() {
        return side;
    }

    /** MARKET, LIMIT, STOP or STOP_LIMIT. */
    public String type() {
        return type;
    }

    /** Null for all but stops. */
    public BigDecimal stopPrice() {
        return stopPrice;
    }

    public BigDecimal quantity() {
        return quantity;
    }

    public BigDecimal filled() {
        return filled;
    }

    /** OPEN, FILLED, CANCELLED, EXPIRED or REJECTED. */
    public String state() {
        return state;
    }

    public boolean isOpen() {
        return state.equals("OPEN");
    }

    boolean isSeen(Instant now) {
        return !now.isBefore(invisibleUntil) && now.isBefore(goneFrom);
    }

    BigDecimal remaining() {
        return quantity.subtract(filled);
    }

    Map<String, Object> wish() {
        Map<String, Object> wish = new LinkedHashMap<>();
        wish.put("client_id", clientId);
        wish.put("instrument", instrument);
        wish.put("side", side);
        wish.put("type", type);
        wish.put("quantity", quantity.toPlainString());
        wish.put("price", price == null ? null : price.toPlainString());
        wish.put("stop_price", stopPrice == null ? null : stopPrice.toPlainString());
        return wish;
    }

    Map<String, Object> view() {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("number", number);
        view.put("original_number", original);
        view.putAll(wish());
        view.put("filled", filled.toPlainString());
        view.put(
                "average",
                filled.signum() == 0
                        ? null
                        : value.divide(filled, 12, java.math.RoundingMode.HALF_EVEN)
                                .toPlainString());
        view.put("state", state);
        view.put("placed_at", placedAt.toEpochMilli());
        return view;
    }
}
