package dev.moa.broker.http;

/** A read from a venue did not succeed: not reachable, refused, too slow, or not what it documents. The text says which. */
public final class VenueAway extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public VenueAway(String reason) {
        super(reason);
    }

    public VenueAway(String reason, Throwable cause) {
        super(reason, cause);
    }
}
