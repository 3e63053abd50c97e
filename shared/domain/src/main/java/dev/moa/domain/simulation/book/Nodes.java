package dev.moa.domain.simulation.book;

import java.util.Arrays;

/** The resting orders, pooled: eight numbers each, side by side, so that one order is one line of the processor's cache. */
final class Nodes {
    static final int NONE = -1;

    private static final int SHIFT = 3;
    private static final int ID = 0;
    private static final int PRICE = 1;
    private static final int LOTS = 2;
    private static final int LINKS = 3;
    private static final int HIDDEN = 4;
    private static final int DISPLAY = 5;
    private static final int BUY = 6;
    private static final int OWNER = 7;

    private long[] cells = new long[256 << SHIFT];
    private int used;
    private int free = NONE;

    int take(Ticket ticket, long lots) {
        int node = free;
        if (node == NONE) {
            node = used++;
            if (used << SHIFT > cells.length) {
                cells = Arrays.copyOf(cells, cells.length * 2);
            }
        } else {
            free = next(node);
        }
        int at = node << SHIFT;
        long shown = ticket.display > 0 ? Math.min(ticket.display, lots) : lots;
        cells[at + ID] = ticket.id;
        cells[at + PRICE] = ticket.price;
        cells[at + LOTS] = shown;
        cells[at + HIDDEN] = lots - shown;
        cells[at + DISPLAY] = ticket.display;
        cells[at + BUY] = ticket.buy ? 1 : 0;
        cells[at + OWNER] = ticket.owner;
        return node;
    }

    void give(int node) {
        link(node, NONE, free);
        free = node;
    }

    void clear() {
        used = 0;
        free = NONE;
    }

    long id(int node) {
        return cells[(node << SHIFT) + ID];
    }

    long price(int node) {
        return cells[(node << SHIFT) + PRICE];
    }

    void price(int node, long price) {
        cells[(node << SHIFT) + PRICE] = price;
    }

    /** What others see. */
    long lots(int node) {
        return cells[(node << SHIFT) + LOTS];
    }

    void lots(int node, long lots) {
        cells[(node << SHIFT) + LOTS] = lots;
    }

    long hidden(int node) {
        return cells[(node << SHIFT) + HIDDEN];
    }

    /** Everything that it still wants. */
    long open(int node) {
        int at = node << SHIFT;
        return cells[at + LOTS] + cells[at + HIDDEN];
    }

    /** So many lots in all are wanted from now on; shown as far as it shows. */
    void open(int node, long lots) {
        int at = node << SHIFT;
        long display = cells[at + DISPLAY];
        long shown = display > 0 ? Math.min(display, lots) : lots;
        cells[at + LOTS] = shown;
        cells[at + HIDDEN] = lots - shown;
    }

    boolean buy(int node) {
        return cells[(node << SHIFT) + BUY] != 0;
    }

    long owner(int node) {
        return cells[(node << SHIFT) + OWNER];
    }

    int next(int node) {
        return (int) cells[(node << SHIFT) + LINKS];
    }

    int previous(int node) {
        return (int) (cells[(node << SHIFT) + LINKS] >> 32);
    }

    void link(int node, int previous, int next) {
        cells[(node << SHIFT) + LINKS] = (long) previous << 32 | next & 0xFFFFFFFFL;
    }

    void next(int node, int next) {
        int at = (node << SHIFT) + LINKS;
        cells[at] = cells[at] & 0xFFFFFFFF00000000L | next & 0xFFFFFFFFL;
    }

    void previous(int node, int previous) {
        int at = (node << SHIFT) + LINKS;
        cells[at] = (long) previous << 32 | cells[at] & 0xFFFFFFFFL;
    }
}
