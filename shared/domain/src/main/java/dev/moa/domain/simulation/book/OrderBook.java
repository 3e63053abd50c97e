package dev.moa.domain.simulation.book;

/**
 * A limit order book of one instrument: the best price first, at one price whoever came first. Prices are ticks and quantities lots,
 * whole numbers above zero below 2^61; order ids are any numbers the caller chooses, unique among the orders that rest. Mutable,
 * deterministic, without a clock, for one thread at a time; once its arrays have grown to the number of resting orders, no
 * operation allocates.
 *
 * <p>To measure it from outside (work W3): {@code new OrderBook()}, then {@link #place} for resting and crossing limit orders,
 * {@link #cancel}, {@link #move}; each returns when its trades are done. A {@link BookListener} is optional. Everything else
 * (market, immediate, all-or-nothing, post-only and iceberg orders, owners) is asked for with a {@link Ticket}.
 */
public final class OrderBook {
    /** An order with this id rests already; nothing happened. */
    public static final long DUPLICATE = -1;
    /** A post-only order would have traded, or an all-or-nothing order not wholly; nothing happened. */
    public static final long NOT_TAKEN = -2;
    /** No such order rests here. */
    public static final long UNKNOWN = -3;
    /** What a side without orders has as its best price. */
    public static final long NO_BID = Levels.NO_BID;

    public static final long NO_ASK = Levels.NO_ASK;

    private final Nodes nodes = new Nodes();
    private final IdIndex index = new IdIndex(nodes);
    private final Queues queues = new Queues(nodes, new Levels());
    private final Ticket own = new Ticket();
    private final BookListener listener;

    public OrderBook() {
        this(BookListener.SILENT);
    }

    /** @param listener is told of every trade */
    public OrderBook(BookListener listener) {
        this.listener = listener;
    }

    /**
     * A limit order: trades with what it meets, the rest rests.
     *
     * @return the lots that traded at once, or {@link #DUPLICATE}
     */
    public long place(long id, boolean buy, long price, long lots) {
        return enter(own.limit(id, buy, price, lots));
    }

    /**
     * Any order.
     *
     * @return the lots that traded at once, {@link #DUPLICATE} or {@link #NOT_TAKEN}
     */
    public long enter(Ticket ticket) {
        if (ticket.kind != Ticket.Kind.IMMEDIATE) {
            if (index.find(ticket.id) != Nodes.NONE) {
                return DUPLICATE;
            }
            if (ticket.kind == Ticket.Kind.POST_ONLY && !Queues.isNone(queues.meets(ticket.buy, ticket.price))) {
                return NOT_TAKEN;
            }
            if (ticket.kind == Ticket.Kind.ALL_OR_NOTHING && available(ticket) < ticket.lots) {
                return NOT_TAKEN;
            }
        }
        long left = sweep(ticket);
        if (left > 0 && rests(ticket)) {
            int node = nodes.take(ticket, left);
            index.add(node);
            queues.append(node);
        }
        return ticket.lots - left;
    }

    /** Two orders of one owner are never put across each other: the book would no longer have a middle. */
    private boolean rests(Ticket ticket) {
        return (ticket.kind == Ticket.Kind.REST || ticket.kind == Ticket.Kind.POST_ONLY)
                && Queues.isNone(queues.meets(ticket.buy, ticket.price));
    }

    /**
     * Takes an order out.
     *
     * @return the lots it still wanted, or {@link #UNKNOWN}
     */
    public long cancel(long id) {
        int node = index.find(id);
        if (node == Nodes.NONE) {
            return UNKNOWN;
        }
        long open = nodes.open(node);
        queues.remove(node);
        forget(node);
        return open;
    }

    /**
     * Gives a resting order another price. It queues up anew there, and trades if that crosses.
     *
     * @return the lots that traded at once, or {@link #UNKNOWN}
     */
    public long move(long id, long price) {
        int node = index.find(id);
        if (node == Nodes.NONE) {
            return UNKNOWN;
        }
        queues.remove(node);
        nodes.price(node, price);
        if (Queues.isNone(queues.meets(nodes.buy(node), price))) {
            queues.append(node);
            return 0;
        }
        return crossed(node, price);
    }

    private long crossed(int node, long price) {
        long open = nodes.open(node);
        own.limit(nodes.id(node), nodes.buy(node), price, open).by(nodes.owner(node));
        long left = sweep(own);
        boolean rests = left > 0 && rests(own);
        own.by(0);
        if (rests) {
            nodes.open(node, left);
            queues.append(node);
        } else {
            forget(node);
        }
        return open - left;
    }

    /**
     * Gives a resting order another quantity. Fewer lots keep their place; more queue up anew.
     *
     * @param lots what is still wanted, above zero
     * @return the lots it wanted before, or {@link #UNKNOWN}
     */
    public long resize(long id, long lots) {
        int node = index.find(id);
        if (node == Nodes.NONE) {
            return UNKNOWN;
        }
        long open = nodes.open(node);
        if (lots < open && nodes.hidden(node) == 0) {
            queues.reduce(node, open - lots);
        } else if (lots != open) {
            queues.remove(node);
            nodes.open(node, lots);
            queues.append(node);
        }
        return open;
    }

    /** Trades with everything that meets the ticket, best price first; answers what is left. */
    private long sweep(Ticket ticket) {
        long left = ticket.lots;
        long price = queues.meets(ticket.buy, ticket.price);
        while (left > 0 && !Queues.isNone(price)) {
            left = trade(ticket, price, left);
            if (left > 0) {
                price = queues.meetsBehind(ticket.buy, price, ticket.price);
            }
        }
        return left;
    }

    private long trade(Ticket ticket, long price, long wanted) {
        long left = wanted;
        int node = queues.first(price);
        while (node != Nodes.NONE && left > 0) {
            int next = nodes.next(node);
            if (ticket.owner == 0 || nodes.owner(node) != ticket.owner) {
                long lots = Math.min(nodes.lots(node), left);
                left -= lots;
                if (met(ticket, node, price, lots) && next == Nodes.NONE) {
                    next = node;
                }
            }
            node = next;
        }
        return left;
    }

    /** Answers whether the order has shown its next portion, and so is now the last of its price. */
    private boolean met(Ticket ticket, int node, long price, long lots) {
        long maker = nodes.id(node);
        long open = nodes.open(node) - lots;
        boolean shownIsGone = nodes.lots(node) == lots;
        if (!shownIsGone) {
            queues.reduce(node, lots);
        } else {
            queues.remove(node);
            if (open == 0) {
                forget(node);
            } else {
                nodes.open(node, open);
                queues.append(node);
            }
        }
        listener.traded(maker, ticket.id, price, lots, open);
        return shownIsGone && open > 0;
    }

    private void forget(int node) {
        index.remove(node);
        nodes.give(node);
    }

    /** How many of a ticket's lots would trade at once; nothing happens. */
    public long available(Ticket ticket) {
        long missing = ticket.lots;
        long price = queues.meets(ticket.buy, ticket.price);
        while (missing > 0 && !Queues.isNone(price)) {
            for (int node = queues.first(price); node != Nodes.NONE && missing > 0; node = nodes.next(node)) {
                if (ticket.owner == 0 || nodes.owner(node) != ticket.owner) {
                    missing -= nodes.open(node);
                }
            }
            price = queues.meetsBehind(ticket.buy, price, ticket.price);
        }
        return ticket.lots - Math.max(0, missing);
    }

    /** The highest price somebody pays, or {@link #NO_BID}. */
    public long bestBid() {
        return queues.bestBid();
    }

    /** The lowest price somebody asks, or {@link #NO_ASK}. */
    public long bestAsk() {
        return queues.bestAsk();
    }

    /** What a resting order still wants, hidden lots included, or {@link #UNKNOWN}. */
    public long open(long id) {
        int node = index.find(id);
        return node == Nodes.NONE ? UNKNOWN : nodes.open(node);
    }

    /** How many orders rest here. */
    public int size() {
        return index.size();
    }

    /**
     * The levels of one side as others see them, best first, as many as fit.
     *
     * @return how many
     */
    public int depth(boolean bids, long[] prices, long[] lots) {
        int count = 0;
        long price = bids ? queues.bestBid() : queues.bestAsk();
        while (count < prices.length && !Queues.isNone(price)) {
            prices[count] = price;
            lots[count++] = queues.lots(price);
            price = bids
                    ? queues.meetsBehind(false, price, Ticket.ANY_BID)
                    : queues.meetsBehind(true, price, Ticket.ANY_ASK);
        }
        return count;
    }

    /** Takes everything out. */
    public void clear() {
        queues.clear();
        index.clear();
        nodes.clear();
    }
}
