package dev.moa.broker.stub;

import dev.moa.broker.http.Fields;
import dev.moa.broker.http.UnreadableMessage;
import dev.moa.broker.http.VenueJson;
import dev.moa.broker.snapshot.AccountSnapshot;
import dev.moa.broker.snapshot.FillSnapshot;
import dev.moa.broker.snapshot.Holding;
import dev.moa.broker.snapshot.Listing;
import dev.moa.broker.snapshot.Movement;
import dev.moa.broker.snapshot.OrderSnapshot;
import dev.moa.domain.instrument.InstrumentId;
import dev.moa.domain.order.Amendment;
import dev.moa.domain.order.Fill;
import dev.moa.domain.order.Order;
import dev.moa.domain.order.OrderType;
import dev.moa.domain.value.Currency;
import dev.moa.domain.value.FillId;
import dev.moa.domain.value.Money;
import dev.moa.domain.value.Price;
import dev.moa.domain.value.Quantity;
import dev.moa.domain.value.Side;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Between the exchange's messages and the domain; pure. */
final class StubMapper {
    private StubMapper() {}

    /** @param named whether the exchange carries our name for it */
    static String order(Order order, boolean named) {
        StringBuilder body = new StringBuilder("{");
        if (named) {
            body.append("\"client_id\":\"").append(order.clientOrderId()).append("\",");
        }
        body.append("\"instrument\":\"").append(order.instrument().id());
        body.append("\",\"side\":\"").append(order.side());
        body.append("\",\"type\":\"").append(order.type());
        body.append("\",\"time_in_force\":\"").append(order.request().timeInForce());
        if (order.price() != null) {
            body.append("\",\"price\":\"").append(order.price());
        }
        if (order.stopPrice() != null && order.type().isTriggered()) {
            body.append("\",\"stop_price\":\"").append(order.stopPrice());
        }
        return body.append("\",\"quantity\":\"")
                .append(order.quantity())
                .append("\"}")
                .toString();
    }

    static String amendment(Amendment to) {
        List<String> members = new ArrayList<>();
        if (to.price() != null) {
            members.add("\"price\":\"" + to.price() + "\"");
        }
        if (to.quantity() != null) {
            members.add("\"quantity\":\"" + to.quantity() + "\"");
        }
        if (to.stopPrice() != null) {
            members.add("\"stop_price\":\"" + to.stopPrice() + "\"");
        }
        return "{" + String.join(",", members) + "}";
    }

    /** In messages of the stream the order's own type stands under another name. */
    static OrderSnapshot order(Fields row) {
        return valid(() -> new OrderSnapshot(
                row.text("number"),
                row.text("original_number"),
                optional(row, "client_id", Fields::text),
                InstrumentId.parse(row.text("instrument")),
                Side.valueOf(row.text("side")),
                OrderType.valueOf(row.text(row.has("order_type") ? "order_type" : "type")),
                new Quantity(row.positive("quantity")),
                optional(row, "price", StubMapper::price),
                new Quantity(row.decimal("filled")),
                optional(row, "average", StubMapper::price),
                OrderSnapshot.State.valueOf(row.text("state")),
                row.millis("placed_at")));
    }

    /** @param now our clock: when we learned of it */
    static FillSnapshot fill(Fields row, Instant now) {
        return valid(() -> new FillSnapshot(
                row.text("number"),
                optional(row, "client_id", Fields::text),
                InstrumentId.parse(row.text("instrument")),
                Side.valueOf(row.text("side")),
                new Fill(
                        new FillId(row.text("id")),
                        price(row, "price"),
                        new Quantity(row.positive("quantity")),
                        new Money(row.decimal("fee"), Currency.of(row.text("fee_currency"))),
                        now,
                        row.millis("at"))));
    }

    static Movement movement(Fields row) {
        return valid(() -> new Movement(
                row.text("id"),
                Movement.Kind.valueOf(row.text("kind")),
                optional(row, "instrument", (fields, name) -> InstrumentId.parse(fields.text(name))),
                row.has("amount") ? new Money(row.decimal("amount"), Currency.of(row.text("currency"))) : null,
                optional(row, "ratio", Fields::positive),
                optional(row, "successor", (fields, name) -> InstrumentId.parse(fields.text(name))),
                row.millis("at")));
    }

    static AccountSnapshot account(Fields content) {
        return valid(() -> {
            Map<Currency, BigDecimal> cash = new HashMap<>();
            Fields money = new Fields(VenueJson.object(content.values().get("cash")));
            money.values().keySet().forEach(code -> cash.put(Currency.of(code), money.decimal(code)));
            List<Holding> holdings = rows(content, "holdings", StubMapper::holding);
            return new AccountSnapshot(content.millis("time"), cash, holdings);
        });
    }

    private static Holding holding(Fields row) {
        return new Holding(
                InstrumentId.parse(row.text("instrument")),
                row.decimal("quantity"),
                optional(row, "average", StubMapper::price));
    }

    static <T> Listing<T> listing(Fields content, Function<Fields, T> reader) {
        return new Listing<>(rows(content, "items", reader), content.flag("complete"));
    }

    private static <T> List<T> rows(Fields content, String name, Function<Fields, T> reader) {
        return VenueJson.array(content.values().get(name)).stream()
                .map(row -> reader.apply(new Fields(VenueJson.object(row))))
                .toList();
    }

    private static Price price(Fields row, String name) {
        return new Price(row.positive(name));
    }

    private static <T> T optional(Fields row, String name, BiFunction<Fields, String, T> reader) {
        return row.has(name) ? reader.apply(row, name) : null;
    }

    private static <T> T valid(java.util.function.Supplier<T> reading) {
        try {
            return reading.get();
        } catch (IllegalArgumentException e) {
            throw new UnreadableMessage(e.getMessage());
        }
    }
}
