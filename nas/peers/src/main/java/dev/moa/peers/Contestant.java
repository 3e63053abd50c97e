package dev.moa.peers;

/** An order book that takes part. */
interface Contestant {
    String name();

    void place(long id, boolean buy, long price, long lots);

    void cancel(long id);

    void move(long id, boolean buy, long price);

    /** How many trades there were, and how many lots. */
    long trades();

    long volume();
}
