package dev.moa.domain.simulation.book;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class OrderBookTest {
    private final List<String> trades = new ArrayList<>();
    private final OrderBook book = new OrderBook(
            (maker, taker, price, lots, left) -> trades.add(maker + "/" + taker + " " + lots + "@" + price));

    @Test
    void betterPriceComesFirstAndThenTheEarlierOrder() {
        book.place(1, false, 101, 5);
        book.place(2, false, 100, 5);
        book.place(3, false, 100, 5);
        assertEquals(12, book.place(9, true, 101, 12));
        assertEquals(List.of("2/9 5@100", "3/9 5@100", "1/9 2@101"), trades);
        assertEquals(3, book.open(1));
    }

    @Test
    void whatIsLeftOfACrossingOrderRests() {
        book.place(1, true, 100, 5);
        assertEquals(5, book.place(2, false, 99, 8));
        assertEquals(3, book.open(2));
        assertEquals(99, book.bestAsk());
        assertEquals(OrderBook.NO_BID, book.bestBid());
    }

    @Test
    void allOrNothingLeavesTheBookAloneWhenThereIsTooLittle() {
        book.place(1, false, 100, 5);
        Ticket ticket = new Ticket().limit(2, true, 100, 6).as(Ticket.Kind.ALL_OR_NOTHING);
        assertEquals(OrderBook.NOT_TAKEN, book.enter(ticket));
        assertEquals(5, book.open(1));
        assertEquals(5, book.enter(ticket.limit(3, true, 100, 5).as(Ticket.Kind.ALL_OR_NOTHING)));
    }

    @Test
    void ordersOfOneOwnerPassEachOther() {
        book.enter(new Ticket().limit(1, false, 100, 5).by(7));
        book.enter(new Ticket().limit(2, false, 101, 5).by(8));
        assertEquals(5, book.enter(new Ticket().limit(3, true, 101, 9).by(7)));
        assertEquals(List.of("2/3 5@101"), trades);
        assertEquals(OrderBook.UNKNOWN, book.open(3), "it would stand across an order of its own");
    }

    @Test
    void nextPortionOfAnIcebergQueuesUpBehindTheOthers() {
        book.enter(new Ticket().limit(1, false, 100, 10).showing(4));
        book.place(2, false, 100, 3);
        book.place(9, true, 100, 9);
        assertEquals(List.of("1/9 4@100", "2/9 3@100", "1/9 2@100"), trades);
        assertEquals(4, book.open(1));
    }

    @Test
    void fewerLotsKeepTheirPlaceAndAnotherPriceDoesNot() {
        book.place(1, false, 100, 5);
        book.place(2, false, 100, 5);
        book.resize(1, 2);
        book.place(8, true, 100, 1);
        book.move(1, 100);
        book.place(9, true, 100, 1);
        assertEquals(List.of("1/8 1@100", "2/9 1@100"), trades);
    }

    @Test
    void nothingIsAllocatedOnceTheBookHasItsSize() {
        OrderBook silent = new OrderBook();
        busy(silent, 1);
        var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        busy(silent, 2);
        long allocated = threads.getCurrentThreadAllocatedBytes() - before;
        assertTrue(allocated < 10_000, allocated + " bytes for 200,000 operations");
    }

    private static void busy(OrderBook book, long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 200_000; i++) {
            long id = random.nextInt(1_000);
            if (book.open(id) == OrderBook.UNKNOWN) {
                book.place(id, random.nextBoolean(), 10_000 + random.nextInt(-300, 300), 1 + random.nextInt(9));
            } else if (random.nextBoolean()) {
                book.move(id, 10_000 + random.nextInt(-300, 300));
            } else {
                book.cancel(id);
            }
        }
    }
}
