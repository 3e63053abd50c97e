package dev.moa.domain.simulation.book;

/**
 * What an order asks of an {@link OrderBook}; mutable, so that one can be filled in again and again. Ids are any number that is
 * not in the book; prices are ticks, quantities lots, both above zero.
 */
public final class Ticket {
    /** What becomes of the part that nobody meets at once. */
    public enum Kind {
        /** It rests. */
        REST,
        /** It goes away. */
        IMMEDIATE,
        /** There must be none: else nothing trades. */
        ALL_OR_NOTHING,
        /** It rests, but only when nothing would trade at once. */
        POST_ONLY
    }

    /** The limit of a buyer, or a seller, who takes any price. */
    public static final long ANY_ASK = Long.MAX_VALUE - 1;

    public static final long ANY_BID = Long.MIN_VALUE + 1;

    long id;
    long owner;
    boolean buy;
    long price;
    long lots;
    long display;
    Kind kind = Kind.REST;

    /** A limit order that rests; owner and display quantity as before. */
    public Ticket limit(long id, boolean buy, long price, long lots) {
        this.id = id;
        this.buy = buy;
        this.price = price;
        this.lots = lots;
        this.kind = Kind.REST;
        return this;
    }

    /** An order at any price; what is not met at once goes away. */
    public Ticket market(long id, boolean buy, long lots) {
        return limit(id, buy, buy ? ANY_ASK : ANY_BID, lots).as(Kind.IMMEDIATE);
    }

    public Ticket as(Kind kind) {
        this.kind = kind;
        return this;
    }

    /** Orders of one owner pass each other without trading; 0 is nobody's. */
    public Ticket by(long owner) {
        this.owner = owner;
        return this;
    }

    /** How many lots others see at a time; each new portion queues up behind the others. 0 shows all. */
    public Ticket showing(long display) {
        this.display = display;
        return this;
    }
}
