package dev.moa.broker.binance;

import dev.moa.broker.BookTop;
import dev.moa.broker.MarketTrade;
import dev.moa.broker.MarketTrade.Taker;
import dev.moa.broker.http.Fields;
import dev.moa.broker.http.UnreadableMessage;
import dev.moa.broker.http.VenueJson;
import dev.moa.domain.instrument.InstrumentId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Binance's words into ours and back; pure. */
final class BinanceMapper {
    static final String VENUE = "BINANCE";
    private static final Pattern SYMBOL = Pattern.compile("[A-Z0-9]{2,30}");

    private BinanceMapper() {}

    static boolean isSymbol(String symbol) {
        return SYMBOL.matcher(symbol).matches();
    }

    static List<String> streams(InstrumentId instrument) {
        String symbol = instrument.symbol().toLowerCase(Locale.ROOT);
        return List.of(symbol + "@trade", symbol + "@bookTicker");
    }

    /** A message of the raw or the combined stream. */
    static BinanceMessages message(String text) {
        Map<String, Object> outer = VenueJson.object(VenueJson.read(text));
        Fields fields = new Fields(outer.get("data") instanceof Map<?, ?> data ? VenueJson.object(data) : outer);
        if (fields.has("e")) {
            return event(fields);
        }
        if (fields.has("u") && fields.has("b") && fields.has("a")) {
            return new BinanceMessages.BookTicker(
                    fields.text("s"),
                    fields.decimal("b"),
                    fields.decimal("B"),
                    fields.decimal("a"),
                    fields.decimal("A"));
        }
        if (fields.values().containsKey("result")) {
            return new BinanceMessages.Reply(null);
        }
        if (fields.has("error") || fields.has("code")) {
            return new BinanceMessages.Reply(fields.values().toString());
        }
        throw new UnreadableMessage("unknown message");
    }

    private static BinanceMessages event(Fields fields) {
        return switch (fields.text("e")) {
            case "trade" ->
                new BinanceMessages.Trade(
                        fields.text("s"),
                        fields.number("t"),
                        fields.positive("p"),
                        fields.positive("q"),
                        fields.millis("T"),
                        fields.flag("m"));
            case "bookTicker" ->
                new BinanceMessages.BookTicker(
                        fields.text("s"),
                        fields.decimal("b"),
                        fields.decimal("B"),
                        fields.decimal("a"),
                        fields.decimal("A"));
            case "serverShutdown" -> new BinanceMessages.ServerShutdown();
            default -> throw new UnreadableMessage("unknown event");
        };
    }

    static MarketTrade trade(BinanceMessages.Trade trade) {
        return new MarketTrade(instrument(trade.s()), trade.t(), trade.T(), trade.p(), trade.q(), taker(trade.m()));
    }

    /** Empty while one side of the book is. */
    static Optional<BookTop> book(BinanceMessages.BookTicker ticker) {
        return ticker.b().signum() > 0 && ticker.a().signum() > 0
                ? Optional.of(new BookTop(instrument(ticker.s()), ticker.b(), ticker.a(), ticker.B(), ticker.A()))
                : Optional.empty();
    }

    static MarketTrade trade(InstrumentId instrument, BinanceMessages.OldTrade trade) {
        return new MarketTrade(
                instrument, trade.id(), trade.time(), trade.price(), trade.qty(), taker(trade.isBuyerMaker()));
    }

    static List<BinanceMessages.OldTrade> oldTrades(Object answer) {
        List<BinanceMessages.OldTrade> trades = new ArrayList<>();
        for (Object element : VenueJson.array(answer)) {
            Fields fields = new Fields(VenueJson.object(element));
            trades.add(new BinanceMessages.OldTrade(
                    fields.number("id"),
                    fields.positive("price"),
                    fields.positive("qty"),
                    fields.millis("time"),
                    fields.flag("isBuyerMaker")));
        }
        return trades;
    }

    /** The names in an answer of {@code GET /api/v3/exchangeInfo}. */
    static List<String> symbols(Object answer) {
        return VenueJson.array(VenueJson.object(answer).get("symbols")).stream()
                .map(symbol -> new Fields(VenueJson.object(symbol)).text("symbol"))
                .toList();
    }

    private static InstrumentId instrument(String symbol) {
        if (!isSymbol(symbol)) {
            throw new UnreadableMessage("not a symbol");
        }
        return new InstrumentId(VENUE, symbol);
    }

    private static Taker taker(boolean buyerIsMaker) {
        return buyerIsMaker ? Taker.SELLER : Taker.BUYER;
    }
}
