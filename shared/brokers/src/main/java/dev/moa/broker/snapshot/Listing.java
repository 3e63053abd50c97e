package dev.moa.broker.snapshot;

import java.util.List;

/**
 * A list as a venue gave it.
 *
 * @param complete whether it is everything that was asked for. What is missing in a list that was cut, paged to its limit or
 *     whose window was too short is not known to be absent
 */
public record Listing<T>(List<T> items, boolean complete) {
    public Listing {
        items = List.copyOf(items);
    }

    /** Everything there is. */
    public static <T> Listing<T> whole(List<T> items) {
        return new Listing<>(items, true);
    }

    /** A part of what there may be. */
    public static <T> Listing<T> cut(List<T> items) {
        return new Listing<>(items, false);
    }
}
