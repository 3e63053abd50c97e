package dev.moa.domain.simulation.book;

/** Is told of every trade of an {@link OrderBook}, while it happens; must not call the book back. */
@FunctionalInterface
public interface BookListener {
    /** For whoever does not want to know. */
    BookListener SILENT = (_, _, _, _, _) -> {};

    /**
     * Two orders met.
     *
     * @param maker the order that rested; @param taker the one that came
     * @param price the maker's, in ticks; @param lots how much, above zero
     * @param makerLeft what the maker still wants, hidden lots included; zero when it has left the book
     */
    void traded(long maker, long taker, long price, long lots, long makerLeft);
}
