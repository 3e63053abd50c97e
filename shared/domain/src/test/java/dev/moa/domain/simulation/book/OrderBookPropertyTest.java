package dev.moa.domain.simulation.book;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Random orders, near and far from a market that wanders and jumps: the book does what the plain one does, to the last lot. */
class OrderBookPropertyTest {
    private final List<String> trades = new ArrayList<>();
    private final OrderBook book = new OrderBook((maker, taker, price, lots, left) ->
            trades.add(maker + " " + taker + " " + price + " " + lots + " " + left));
    private final NaiveBook naive = new NaiveBook();
    private long middle = 100_000;

    @Property(tries = 60)
    void bookTradesAsThePlainOneDoes(@ForAll long seed) {
        Random random = new Random(seed);
        long reach = random.nextBoolean() ? 30 : 6_000;
        for (int i = 0; i < 1_500; i++) {
            middle += random.nextInt(300) == 0 ? random.nextInt(-9_000, 9_001) : random.nextInt(-40, 41);
            middle = Math.max(middle, 20_000);
            step(random, reach);
            assertEquals(naive.trades.size(), trades.size());
            if (i % 50 == 0) {
                compare();
            }
        }
        compare();
        naive.resting.stream()
                .map(order -> order.id)
                .toList()
                .forEach(id -> assertEquals(naive.cancel(id), book.cancel(id)));
        assertEquals(0, book.size());
        assertEquals(OrderBook.NO_ASK, book.bestAsk());
        assertEquals(OrderBook.NO_BID, book.bestBid());
        assertEquals(naive.trades, trades);
    }

    private void step(Random random, long reach) {
        long id = random.nextInt(1, 200);
        long price = Math.max(1, middle + random.nextLong(-reach, reach + 1));
        long lots = random.nextInt(1, 50);
        switch (random.nextInt(10)) {
            case 0, 1 -> assertEquals(naive.cancel(id), book.cancel(id));
            case 2, 3 -> assertEquals(naive.move(id, price), book.move(id, price));
            case 4 -> assertEquals(naive.resize(id, lots), book.resize(id, lots));
            default -> {
                Ticket ticket = new Ticket()
                        .limit(id, random.nextBoolean(), price, lots)
                        .by(random.nextInt(4));
                ticket.showing(random.nextInt(4) == 0 ? random.nextInt(1, 9) : 0);
                if (random.nextInt(20) == 0) {
                    ticket.market(1_000 + id, random.nextBoolean(), lots);
                } else {
                    ticket.as(random.nextInt(3) > 0 ? Ticket.Kind.REST : Ticket.Kind.values()[random.nextInt(4)]);
                }
                assertEquals(naive.enter(ticket), book.enter(ticket));
            }
        }
    }

    private void compare() {
        assertEquals(naive.resting.size(), book.size());
        naive.resting.forEach(order -> assertEquals(order.shown + order.hidden, book.open(order.id)));
        assertEquals(naive.depth(true), depth(true));
        assertEquals(naive.depth(false), depth(false));
        assertTrue(book.bestBid() < book.bestAsk());
    }

    private List<String> depth(boolean bids) {
        long[] prices = new long[500];
        long[] lots = new long[500];
        int count = book.depth(bids, prices, lots);
        List<String> levels = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            levels.add(prices[i] + " " + lots[i]);
        }
        return levels;
    }

    @Property(tries = 20)
    void everyLotSoldWasBought(@ForAll long seed) {
        Random random = new Random(seed);
        long[] met = new long[2];
        OrderBook counted = new OrderBook((_, _, _, lots, _) -> met[0] += lots);
        long wanted = 0;
        for (int id = 1; id <= 3_000; id++) {
            long lots = random.nextInt(1, 100);
            met[1] += counted.place(id, random.nextBoolean(), random.nextInt(1, 20_000), lots);
            wanted += lots;
        }
        long open = 0;
        for (int id = 1; id <= 3_000; id++) {
            open += Math.max(0, counted.open(id));
        }
        assertEquals(met[0], met[1]);
        assertEquals(wanted, open + 2 * met[0]);
    }
}
