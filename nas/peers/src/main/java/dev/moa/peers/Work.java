package dev.moa.peers;

import dev.moa.domain.simulation.book.OrderBook;
import java.util.Random;

/**
 * W3: a fixed random stream for one order book, about 1,000 orders resting, prices within 300 ticks of a middle that wanders. Made
 * beforehand, so that every book gets the same.
 */
final class Work {
    static final int OPERATIONS = 2_000_000;
    static final byte PLACE = 0;
    static final byte CANCEL = 1;
    static final byte MOVE = 2;

    private static final int LIVE = 1_000;
    private static final int REACH = 300;

    final byte[] kinds;
    final long[] ids;
    final boolean[] buys;
    final long[] prices;
    final long[] lots;
    int count;
    /** Operations at the beginning that only fill the book. */
    int filled;

    private final Random random;
    private final Live live = new Live();
    private final OrderBook book = new OrderBook((maker, _, _, _, left) -> {
        if (left == 0) {
            live.remove((int) maker);
        }
    });
    private long middle = 100_000;
    private int nextId = 1;

    private Work(long seed) {
        int size = OPERATIONS + LIVE;
        kinds = new byte[size];
        ids = new long[size];
        buys = new boolean[size];
        prices = new long[size];
        lots = new long[size];
        random = new Random(seed);
        while (live.size() < LIVE) {
            rest();
        }
        filled = count;
    }

    /** 55 % resting limits, 12 % crossing, 33 % cancels. */
    static Work a(long seed) {
        return new Work(seed).mixed(55, 12, 33);
    }

    /** 9 % limits, 3 % crossing, 6 % cancels, 82 % moves. */
    static Work m(long seed) {
        return new Work(seed).mixed(9, 3, 6);
    }

    private Work mixed(int limits, int crossing, int cancels) {
        while (count < filled + OPERATIONS) {
            if (random.nextInt(8) == 0) {
                middle += random.nextBoolean() ? 1 : -1;
            }
            int draw = random.nextInt(100);
            if (draw < limits || live.size() < LIVE / 2) {
                rest();
            } else if (draw < limits + crossing) {
                boolean buy = random.nextBoolean();
                int size = live.size() > LIVE ? 24 : 8;
                place(buy, middle + (buy ? REACH : -REACH), 1 + random.nextInt(size));
            } else if (draw < limits + crossing + cancels) {
                cancel(live.any(random));
            } else {
                move(live.any(random));
            }
        }
        return this;
    }

    private void rest() {
        boolean buy = random.nextBoolean();
        place(buy, away(buy), 1 + random.nextInt(10));
    }

    /** Small distances are likelier, as in a real book. */
    private long away(boolean buy) {
        long distance = 1 + Math.min(random.nextInt(REACH), random.nextInt(REACH));
        return middle + (buy ? -distance : distance);
    }

    private void place(boolean buy, long price, long size) {
        int id = nextId++;
        add(PLACE, id, buy, price, size);
        book.place(id, buy, price, size);
        if (book.open(id) != OrderBook.UNKNOWN) {
            live.add(id, buy);
        }
    }

    private void cancel(int id) {
        add(CANCEL, id, live.buys(id), 0, 0);
        book.cancel(id);
        live.remove(id);
    }

    private void move(int id) {
        boolean buy = live.buys(id);
        long price = away(buy);
        add(MOVE, id, buy, price, 0);
        book.move(id, price);
        if (book.open(id) == OrderBook.UNKNOWN) {
            live.remove(id);
        }
    }

    private void add(byte kind, long id, boolean buy, long price, long size) {
        kinds[count] = kind;
        ids[count] = id;
        buys[count] = buy;
        prices[count] = price;
        lots[count] = size;
        count++;
    }

    /** Which orders rest, to draw one of them. */
    private static final class Live {
        private final int[] ids = new int[64 * LIVE];
        private final int[] places = new int[OPERATIONS + 64 * LIVE];
        private final boolean[] buys = new boolean[OPERATIONS + 64 * LIVE];
        private int size;

        int size() {
            return size;
        }

        boolean buys(int id) {
            return buys[id];
        }

        int any(Random random) {
            return ids[random.nextInt(size)];
        }

        void add(int id, boolean buy) {
            buys[id] = buy;
            ids[size] = id;
            places[id] = ++size;
        }

        void remove(int id) {
            int place = places[id];
            if (place > 0) {
                int last = ids[--size];
                ids[place - 1] = last;
                places[last] = place;
                places[id] = 0;
            }
        }
    }
}
