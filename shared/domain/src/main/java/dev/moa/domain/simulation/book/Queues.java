package dev.moa.domain.simulation.book;

/** Which orders rest at which price, in the order of arrival. */
final class Queues {
    private final Nodes nodes;
    private final Levels levels;
    private long bestBid = Levels.NO_BID;
    private long bestAsk = Levels.NO_ASK;

    Queues(Nodes nodes, Levels levels) {
        this.nodes = nodes;
        this.levels = levels;
    }

    void clear() {
        levels.clear();
        bestBid = Levels.NO_BID;
        bestAsk = Levels.NO_ASK;
    }

    long bestBid() {
        return bestBid;
    }

    long bestAsk() {
        return bestAsk;
    }

    /** Behind all others of its price. */
    void append(int node) {
        long price = nodes.price(node);
        boolean buy = nodes.buy(node);
        int level = levels.make(price, touch(buy, price));
        if (levels.isEmpty(level)) {
            nodes.link(node, Nodes.NONE, Nodes.NONE);
            levels.ends(level, node, node);
        } else {
            int last = levels.last(level);
            nodes.link(node, last, Nodes.NONE);
            nodes.next(last, node);
            levels.ends(level, levels.first(level), node);
        }
        levels.add(level, nodes.lots(node));
        if (buy) {
            bestBid = Math.max(bestBid, price);
        } else {
            bestAsk = Math.min(bestAsk, price);
        }
    }

    /** Where the market is, seen from an order that comes to rest. */
    private long touch(boolean buy, long price) {
        if (buy) {
            return bestBid != Levels.NO_BID ? Math.max(bestBid, price) : bestAsk != Levels.NO_ASK ? bestAsk : price;
        }
        return bestAsk != Levels.NO_ASK ? Math.min(bestAsk, price) : bestBid != Levels.NO_BID ? bestBid : price;
    }

    void remove(int node) {
        long price = nodes.price(node);
        int level = levels.level(price);
        levels.add(level, -nodes.lots(node));
        int previous = nodes.previous(node);
        int next = nodes.next(node);
        if (previous == Nodes.NONE && next == Nodes.NONE) {
            levels.ends(level, Nodes.NONE, Nodes.NONE);
            levels.drop(price);
            left(price);
            return;
        }
        if (previous == Nodes.NONE) {
            nodes.previous(next, Nodes.NONE);
            levels.ends(level, next, levels.last(level));
        } else if (next == Nodes.NONE) {
            nodes.next(previous, Nodes.NONE);
            levels.ends(level, levels.first(level), previous);
        } else {
            nodes.next(previous, next);
            nodes.previous(next, previous);
        }
    }

    private void left(long price) {
        if (price == bestAsk) {
            bestAsk = levels.above(price);
        } else if (price == bestBid) {
            bestBid = levels.below(price);
        }
    }

    /** So many lots fewer are seen of this order, which keeps its place. */
    void reduce(int node, long lots) {
        nodes.lots(node, nodes.lots(node) - lots);
        levels.add(levels.level(nodes.price(node)), -lots);
    }

    /** The best price of the other side that an order with this limit may trade at, or the sentinel of none. */
    long meets(boolean buy, long limit) {
        if (buy) {
            return bestAsk <= limit ? bestAsk : Levels.NO_ASK;
        }
        return bestBid >= limit ? bestBid : Levels.NO_BID;
    }

    /** The next price behind this one on the other side, as far as the limit goes. */
    long meetsBehind(boolean buy, long price, long limit) {
        if (buy) {
            long next = levels.above(price);
            return next <= limit ? next : Levels.NO_ASK;
        }
        long next = levels.below(price);
        return next >= limit ? next : Levels.NO_BID;
    }

    static boolean isNone(long price) {
        return price == Levels.NO_ASK || price == Levels.NO_BID;
    }

    int first(long price) {
        return levels.first(levels.level(price));
    }

    /** The lots that are seen at a price at which something rests. */
    long lots(long price) {
        return levels.lots(levels.level(price));
    }
}
