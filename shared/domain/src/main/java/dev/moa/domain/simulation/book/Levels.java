package dev.moa.domain.simulation.book;

import java.util.Arrays;

/**
 * The price levels. 4,096 prices around the touch lie in a ring that is indexed by the price itself, with two layers of bits to
 * find the next occupied one; prices beyond it lie in a sorted array. The ring follows the market.
 */
final class Levels {
    static final long NO_BID = Long.MIN_VALUE;
    static final long NO_ASK = Long.MAX_VALUE;

    private static final int SIZE = 4096;
    private static final int MASK = SIZE - 1;
    private static final long HALF = SIZE / 2;
    /** A price this near to the touch belongs into the ring. */
    private static final long NEAR = SIZE / 4;

    private static final long EMPTY = -1L;

    private final long[] words = new long[SIZE / 64];
    private long summary;
    private long low = -HALF;

    /** Two numbers a level: first and last order, and the lots that are seen. Far levels lie behind the ring. */
    private long[] cells = new long[(SIZE + 64) * 2];

    private long[] farPrices = new long[64];
    private int[] farLevels = new int[64];
    private int far;

    Levels() {
        clear();
    }

    void clear() {
        Arrays.fill(words, 0);
        summary = 0;
        far = 0;
        for (int i = 0; i < cells.length; i += 2) {
            cells[i] = EMPTY;
            cells[i + 1] = 0;
        }
        for (int i = 0; i < farLevels.length; i++) {
            farLevels[i] = SIZE + i;
        }
    }

    private boolean isNear(long price) {
        long offset = price - low;
        return offset >= 0 && offset < SIZE;
    }

    /** The level of a price at which something rests. */
    int level(long price) {
        return isNear(price) ? (int) price & MASK : farLevels[search(price)];
    }

    /** The level of a price, made when nothing rests there yet; the touch tells where the market is. */
    int make(long price, long touch) {
        if (!isNear(price) && Math.abs(price - touch) < NEAR) {
            centre(touch);
        }
        if (isNear(price)) {
            int slot = (int) price & MASK;
            words[slot >>> 6] |= 1L << slot;
            summary |= 1L << (slot >>> 6);
            return slot;
        }
        int at = search(price);
        return at >= 0 ? farLevels[at] : insert(-at - 1, price);
    }

    /** Nothing rests at this price any more. */
    void drop(long price) {
        if (isNear(price)) {
            int word = ((int) price & MASK) >>> 6;
            words[word] &= ~(1L << price);
            if (words[word] == 0) {
                summary &= ~(1L << word);
            }
        } else {
            delete(search(price));
        }
    }

    int first(int level) {
        return (int) (cells[level << 1] >> 32);
    }

    int last(int level) {
        return (int) cells[level << 1];
    }

    void ends(int level, int first, int last) {
        cells[level << 1] = (long) first << 32 | last & 0xFFFFFFFFL;
    }

    boolean isEmpty(int level) {
        return cells[level << 1] == EMPTY;
    }

    long lots(int level) {
        return cells[(level << 1) + 1];
    }

    void add(int level, long lots) {
        cells[(level << 1) + 1] += lots;
    }

    /** The next occupied price above this one; NO_ASK when there is none. */
    long above(long price) {
        long near = NO_ASK;
        if (summary != 0 && price < low + MASK) {
            near = nearFrom(Math.max(price + 1, low));
        }
        if (far == 0) {
            return near;
        }
        int at = search(price + 1);
        at = at < 0 ? -at - 1 : at;
        return at < far ? Math.min(near, farPrices[at]) : near;
    }

    /** The next occupied price below this one; NO_BID when there is none. */
    long below(long price) {
        long near = NO_BID;
        if (summary != 0 && price > low) {
            near = nearDownFrom(Math.min(price - 1, low + MASK));
        }
        if (far == 0) {
            return near;
        }
        int at = search(price);
        at = at < 0 ? -at - 1 : at;
        return at > 0 ? Math.max(near, farPrices[at - 1]) : near;
    }

    private long nearFrom(long price) {
        int word = ((int) price & MASK) >>> 6;
        long bits = words[word] & -1L << price;
        if (bits == 0) {
            long rest = Long.rotateRight(summary, word + 1);
            word = word + 1 + Long.numberOfTrailingZeros(rest) & 63;
            bits = words[word];
        }
        long found = priceAt(word << 6 | Long.numberOfTrailingZeros(bits));
        return found >= price ? found : NO_ASK;
    }

    private long nearDownFrom(long price) {
        int word = ((int) price & MASK) >>> 6;
        long bits = words[word] & -1L >>> ~price;
        if (bits == 0) {
            long rest = Long.rotateLeft(summary, 64 - word);
            word = word - 1 - Long.numberOfLeadingZeros(rest) & 63;
            bits = words[word];
        }
        long found = priceAt(word << 6 | 63 - Long.numberOfLeadingZeros(bits));
        return found <= price ? found : NO_BID;
    }

    private long priceAt(int slot) {
        return low + (slot - (int) low & MASK);
    }

    /** Puts the middle of the ring here: levels that fall out of it become far ones, and the other way round. */
    private void centre(long price) {
        long newLow = price - HALF;
        for (long near = above(low - 1); near != NO_ASK && near < low + SIZE; near = above(near)) {
            long offset = near - newLow;
            if (offset < 0 || offset >= SIZE) {
                int slot = (int) near & MASK;
                drop(near);
                move(slot, insert(-search(near) - 1, near));
            }
        }
        low = newLow;
        int at = search(low);
        at = at < 0 ? -at - 1 : at;
        while (at < far && farPrices[at] < low + SIZE) {
            long near = farPrices[at];
            int from = farLevels[at];
            delete(at);
            move(from, make(near, near));
        }
    }

    private void move(int from, int to) {
        cells[to << 1] = cells[from << 1];
        cells[(to << 1) + 1] = cells[(from << 1) + 1];
        cells[from << 1] = EMPTY;
        cells[(from << 1) + 1] = 0;
    }

    private int search(long price) {
        return Arrays.binarySearch(farPrices, 0, far, price);
    }

    /** Behind the used ones, farLevels holds the numbers of the levels that are free. */
    private int insert(int at, long price) {
        if (far == farPrices.length) {
            growFar();
        }
        int level = farLevels[far];
        System.arraycopy(farPrices, at, farPrices, at + 1, far - at);
        System.arraycopy(farLevels, at, farLevels, at + 1, far - at);
        farPrices[at] = price;
        farLevels[at] = level;
        far++;
        return level;
    }

    private void delete(int at) {
        int level = farLevels[at];
        far--;
        System.arraycopy(farPrices, at + 1, farPrices, at, far - at);
        System.arraycopy(farLevels, at + 1, farLevels, at, far - at);
        farLevels[far] = level;
    }

    private void growFar() {
        int old = far;
        farPrices = Arrays.copyOf(farPrices, old * 2);
        farLevels = Arrays.copyOf(farLevels, old * 2);
        cells = Arrays.copyOf(cells, (SIZE + old * 2) * 2);
        for (int i = old; i < old * 2; i++) {
            farLevels[i] = SIZE + i;
            cells[SIZE + i << 1] = EMPTY;
        }
    }
}
