package dev.moa.domain.simulation.book;

import java.util.Arrays;

/** Finds a resting order by its id: open addressing, at most half full, gaps closed on removal. */
final class IdIndex {
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private final Nodes nodes;
    private int[] slots;
    private int shift;
    private int size;

    IdIndex(Nodes nodes) {
        this.nodes = nodes;
        empty(10);
    }

    private void empty(int bits) {
        slots = new int[1 << bits];
        Arrays.fill(slots, Nodes.NONE);
        shift = 64 - bits;
    }

    int size() {
        return size;
    }

    void clear() {
        Arrays.fill(slots, Nodes.NONE);
        size = 0;
    }

    /** The order's node, or NONE. */
    int find(long id) {
        int[] table = slots;
        int mask = table.length - 1;
        for (int slot = home(id); ; slot = slot + 1 & mask) {
            int node = table[slot];
            if (node == Nodes.NONE || nodes.id(node) == id) {
                return node;
            }
        }
    }

    void add(int node) {
        if (++size * 2 > slots.length) {
            grow();
        }
        put(node);
    }

    private void put(int node) {
        int mask = slots.length - 1;
        int slot = home(nodes.id(node));
        while (slots[slot] != Nodes.NONE) {
            slot = slot + 1 & mask;
        }
        slots[slot] = node;
    }

    private void grow() {
        int[] old = slots;
        empty(65 - shift);
        for (int node : old) {
            if (node != Nodes.NONE) {
                put(node);
            }
        }
    }

    void remove(int node) {
        int[] table = slots;
        int mask = table.length - 1;
        int gap = home(nodes.id(node));
        while (table[gap] != node) {
            gap = gap + 1 & mask;
        }
        size--;
        for (int slot = gap + 1 & mask; table[slot] != Nodes.NONE; slot = slot + 1 & mask) {
            int distance = slot - home(nodes.id(table[slot])) & mask;
            if (distance >= (slot - gap & mask)) {
                table[gap] = table[slot];
                gap = slot;
            }
        }
        table[gap] = Nodes.NONE;
    }

    private int home(long id) {
        return (int) (id * GOLDEN >>> shift);
    }
}
