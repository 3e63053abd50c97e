package dev.moa.broker.paper;

import dev.moa.domain.value.Price;
import dev.moa.domain.value.Quantity;
import java.util.List;

/** What rests in one instrument of the household's own book, summed up by price, best first; nobody's name is in it. */
public record BookDepth(List<Level> bids, List<Level> asks) {
    /** Everything that rests at one price. */
    public record Level(Price price, Quantity quantity) {}

    static final BookDepth EMPTY = new BookDepth(List.of(), List.of());
}
