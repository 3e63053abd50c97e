package dev.moa.notification.live;

/** What is stored of a person's private stream: {@code first} to {@code last}; nothing when first is above last. */
public record LiveRange(long first, long last) {

    /** Whether everything after this number is still here, so that a reader who saw it misses nothing. */
    public boolean continuesAfter(long seq) {
        return seq >= first - 1 && seq <= last;
    }
}
