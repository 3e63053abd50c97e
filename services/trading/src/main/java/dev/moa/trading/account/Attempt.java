package dev.moa.trading.account;

import java.time.Instant;
import java.util.function.IntFunction;

/**
 * The last time that an order was handed to its venue.
 *
 * @param number from 1
 * @param name our name for the order at the venue, another one for each attempt
 * @param firstAt when the order was handed in for the first time
 * @param againAt when it may be handed in again, for one that was refused for the venue's rate; else null
 */
record Attempt(int number, String name, Instant firstAt, Instant againAt) {
    Attempt again(Instant at) {
        return new Attempt(number, name, firstAt, at);
    }

    Attempt next(IntFunction<String> names) {
        return new Attempt(number + 1, names.apply(number + 1), firstAt, null);
    }
}
