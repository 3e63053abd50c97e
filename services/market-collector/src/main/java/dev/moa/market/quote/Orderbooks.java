package dev.moa.market.quote;

import dev.moa.contract.LiveMessages;
import dev.moa.contract.LiveMessages.Depth;
import dev.moa.contract.LiveMessages.DepthLevel;
import dev.moa.contract.LiveMessages.Quote;
import dev.moa.domain.instrument.InstrumentId;
import dev.moa.domain.value.InvalidValue;
import dev.moa.market.instrument.Instruments;
import dev.moa.platform.json.Json;
import dev.moa.platform.live.Live;
import dev.moa.platform.problem.DependencyAway;
import dev.moa.platform.problem.Problem;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Answers what stands in the books: the venue's, and the household's own, which trading tells over Redis. */
@Singleton
class Orderbooks {
    private final QuoteBoard board;
    private final Instruments instruments;
    private final Live live;
    private final Json json;

    Orderbooks(QuoteBoard board, Instruments instruments, Live live, Json json) {
        this.board = board;
        this.instruments = instruments;
        this.live = live;
        this.json = json;
    }

    OrderbookView of(String instrument, String book) {
        return switch (book == null ? "live" : book) {
            case "live" -> live(instruments.known(instrument));
            case "paper" -> paper(instrument);
            default -> throw Problem.invalid().field("book", "must be live or paper");
        };
    }

    private OrderbookView live(InstrumentId instrument) {
        Optional<Quote> quote = board.latest(instrument);
        return new OrderbookView(
                instrument.toString(),
                "live",
                quote.map(known -> side(known.bid(), known.bidSize())).orElse(List.of()),
                quote.map(known -> side(known.ask(), known.askSize())).orElse(List.of()),
                quote.map(Quote::time).orElse(null));
    }

    private static List<OrderbookView.Level> side(BigDecimal price, BigDecimal quantity) {
        return price == null ? List.of() : List.of(new OrderbookView.Level(price, quantity));
    }

    /** Paper orders may rest in what nobody collects prices of. */
    private OrderbookView paper(String name) {
        if (!live.available()) {
            throw new DependencyAway("redis");
        }
        Optional<Depth> told = fullName(name)
                .flatMap(id -> live.get(LiveMessages.PAPER_BOOK_KEY + id))
                .map(text -> json.read(text, Depth.class));
        String instrument = told.map(Depth::instrument)
                .orElseGet(() -> instruments.known(name).toString());
        return new OrderbookView(
                instrument,
                "paper",
                told.map(depth -> levels(depth.bids())).orElse(List.of()),
                told.map(depth -> levels(depth.asks())).orElse(List.of()),
                told.map(Depth::time).orElse(null));
    }

    private Optional<InstrumentId> fullName(String name) {
        try {
            return Optional.of(
                    name.indexOf(':') < 0
                            ? instruments.known(name)
                            : InstrumentId.parse(name.toUpperCase(Locale.ROOT)));
        } catch (InvalidValue noName) {
            return Optional.empty();
        }
    }

    private static List<OrderbookView.Level> levels(List<DepthLevel> side) {
        return side == null
                ? List.of()
                : side.stream()
                        .map(level -> new OrderbookView.Level(level.price(), level.quantity()))
                        .toList();
    }
}
