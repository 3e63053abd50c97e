package dev.moa.notification.socket;

/** A latest value: when a newer one arrives before it was sent, only the newer is. */
public interface Conflated {

    /** What is sent instead of {@code older} and this one; usually just this. */
    default Conflated replacing(Conflated older) {
        return this;
    }

    /**
     * The text of the frame, asked when it is really sent.
     *
     * @param seq number of the last private event sent before it: whoever saw this frame may resume after that
     */
    String frame(long seq);
}
