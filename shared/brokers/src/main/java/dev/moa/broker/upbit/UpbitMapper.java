package dev.moa.broker.upbit;

import dev.moa.broker.BookTop;
import dev.moa.broker.MarketTrade;
import dev.moa.broker.MarketTrade.Taker;
import dev.moa.broker.http.Fields;
import dev.moa.broker.http.UnreadableMessage;
import dev.moa.broker.http.VenueJson;
import dev.moa.domain.instrument.InstrumentId;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Upbit's words into ours and back; pure. */
final class UpbitMapper {
    static final String VENUE = "UPBIT";
    private static final Pattern MARKET = Pattern.compile("[A-Z0-9]{2,10}-[A-Z0-9]{1,20}");

    private UpbitMapper() {}

    static boolean isMarket(String symbol) {
        return MARKET.matcher(symbol).matches();
    }

    /** The request for exactly these instruments; it replaces the one before. */
    static String subscription(UUID ticket, Collection<InstrumentId> instruments) {
        String codes = instruments.stream()
                .sorted()
                .map(instrument -> '"' + instrument.symbol() + '"')
                .collect(Collectors.joining(","));
        return """
                [{"ticket":"%s"},{"type":"trade","codes":[%s]},{"type":"orderbook","codes":[%s]},{"format":"DEFAULT"}]""".formatted(ticket, codes, codes);
    }

    static UpbitMessages message(String text) {
        Map<String, Object> object = VenueJson.object(VenueJson.read(text));
        Fields fields = new Fields(object);
        if (fields.has("type")) {
            return event(fields);
        }
        if (fields.has("status")) {
            return new UpbitMessages.Status(fields.text("status"));
        }
        if (fields.has("error")) {
            return new UpbitMessages.Refusal(new Fields(VenueJson.object(object.get("error"))).text("name"));
        }
        throw new UnreadableMessage("unknown message");
    }

    private static UpbitMessages event(Fields fields) {
        return switch (fields.text("type")) {
            case "trade" ->
                new UpbitMessages.Trade(
                        fields.text("code"),
                        fields.positive("trade_price"),
                        fields.positive("trade_volume"),
                        fields.text("ask_bid"),
                        fields.millis("trade_timestamp"),
                        fields.number("sequential_id"));
            case "orderbook" -> {
                List<Object> units = VenueJson.array(fields.values().get("orderbook_units"));
                if (units.isEmpty()) {
                    throw new UnreadableMessage("an empty book");
                }
                Fields best = new Fields(VenueJson.object(units.getFirst()));
                yield new UpbitMessages.Orderbook(
                        fields.text("code"),
                        best.positive("ask_price"),
                        best.positive("bid_price"),
                        size(best, "ask_size"),
                        size(best, "bid_size"));
            }
            default -> throw new UnreadableMessage("unknown type");
        };
    }

    /** Prices are worth having without it. */
    private static BigDecimal size(Fields unit, String name) {
        return unit.has(name) ? unit.decimal(name) : null;
    }

    static MarketTrade trade(UpbitMessages.Trade trade) {
        return new MarketTrade(
                instrument(trade.code()),
                trade.sequential_id(),
                trade.trade_timestamp(),
                trade.trade_price(),
                trade.trade_volume(),
                taker(trade.ask_bid()));
    }

    static BookTop book(UpbitMessages.Orderbook book) {
        return new BookTop(
                instrument(book.code()), book.bid_price(), book.ask_price(), book.bid_size(), book.ask_size());
    }

    static MarketTrade trade(InstrumentId instrument, UpbitMessages.Tick tick) {
        return new MarketTrade(
                instrument,
                tick.sequential_id(),
                tick.timestamp(),
                tick.trade_price(),
                tick.trade_volume(),
                taker(tick.ask_bid()));
    }

    static List<UpbitMessages.Tick> ticks(Object answer) {
        List<UpbitMessages.Tick> ticks = new ArrayList<>();
        for (Object element : VenueJson.array(answer)) {
            Fields fields = new Fields(VenueJson.object(element));
            ticks.add(new UpbitMessages.Tick(
                    fields.positive("trade_price"),
                    fields.positive("trade_volume"),
                    fields.text("ask_bid"),
                    fields.millis("timestamp"),
                    fields.number("sequential_id")));
        }
        return ticks;
    }

    /** The names in an answer of {@code GET /v1/market/all}. */
    static List<String> markets(Object answer) {
        return VenueJson.array(answer).stream()
                .map(market -> new Fields(VenueJson.object(market)).text("market"))
                .toList();
    }

    private static InstrumentId instrument(String market) {
        if (!isMarket(market)) {
            throw new UnreadableMessage("not a market");
        }
        return new InstrumentId(VENUE, market);
    }

    private static Taker taker(String askBid) {
        return switch (askBid) {
            case "ASK" -> Taker.SELLER;
            case "BID" -> Taker.BUYER;
            default -> Taker.UNKNOWN;
        };
    }
}
