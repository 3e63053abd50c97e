package dev.moa.platform.outbox;

/** Something that runs on a thread of its own from the start of the service to its end. */
interface Worker {

    String name();

    /** Works until {@link #stop}; it survives whatever can pass. */
    void run() throws InterruptedException;

    /** Asks it to finish what it has in hand and return. */
    void stop();
}
