package dev.moa.notification.delivery;

import java.time.Instant;

/**
 * A stored message on its way.
 *
 * @param uncertain an earlier try may have arrived, so this one is marked as a possible repeat
 */
record Delivery(long id, String address, String text, String buttons, int tries, boolean uncertain, Instant nextAt) {
    Delivery after(int newTries, boolean newUncertain) {
        return new Delivery(id, address, text, buttons, newTries, newUncertain, nextAt);
    }
}
