package dev.moa.broker;

import dev.moa.domain.order.OrderType;
import dev.moa.domain.order.TimeInForce;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;

/**
 * What a broker can do. Callers ask before they call: what is not named here throws.
 *
 * @param clientIds what the venue makes of our name for an order: it decides how an unknown outcome is settled
 * @param types order types the venue itself knows; stops of another type wait with us and leave as plain orders, and
 *     what needs several orders is a plan that we advance with plain ones
 * @param timesInForce how long an order may wait there
 * @param amend what a change of price or quantity does at the venue
 * @param engineTimeout within this time after a request reached it the venue has either booked it or dropped it
 * @param history how far back its lists of orders and fills reach
 * @param keepsBooks whether the venue has books of its own to compare ours with; the simulated one has none
 */
public record Capabilities(
        ClientIds clientIds,
        Set<OrderType> types,
        Set<TimeInForce> timesInForce,
        Amend amend,
        Duration engineTimeout,
        Duration history,
        boolean keepsBooks) {

    /** Whether orders of this type can be had here: the venue knows them, or they wait with us until they are plain ones. */
    public boolean offers(OrderType type) {
        return types.contains(type) || types.contains(type.plain());
    }

    /** How far the venue keeps our name for an order. */
    public enum ClientIds {
        /** Refused for ever once used: its absence proves that nothing was placed (class A). */
        UNIQUE_FOR_EVER,
        /** Refused only while such an order is open; taken again after a fill, so it must never be sent twice (class B). */
        UNIQUE_WHILE_OPEN,
        /** The venue carries none: only its own number, its lists, the position and the cash tell (class C). */
        NONE;

        /** Whether an order can be asked for by our name. */
        public boolean carried() {
            return this != NONE;
        }
    }

    /** What becomes of an order that is changed. */
    public enum Amend {
        /** It keeps its number. */
        KEEPS_NUMBER,
        /** It goes on under a new number that refers to the old one. */
        GIVES_NEW_NUMBER,
        /** The venue changes no orders. */
        NONE
    }

    public Capabilities {
        Objects.requireNonNull(clientIds, "clientIds");
        Objects.requireNonNull(amend, "amend");
        Objects.requireNonNull(engineTimeout, "engineTimeout");
        Objects.requireNonNull(history, "history");
        types = Set.copyOf(types);
        timesInForce = Set.copyOf(timesInForce);
    }
}
