package dev.moa.domain.strategy;

import dev.moa.domain.order.Order;
import dev.moa.domain.order.OrderRequest;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What has to happen at a desk so that a signal is followed.
 *
 * @param cancel the strategy's own resting orders that go first
 * @param place in this order
 */
public record Adjustment(List<Order> cancel, List<OrderRequest> place) {
    public static final Adjustment NONE = new Adjustment(List.of(), List.of());

    public Adjustment {
        cancel = List.copyOf(cancel);
        place = List.copyOf(place);
    }

    static Adjustment of(Optional<OrderRequest> request) {
        return request.map(wanted -> new Adjustment(List.of(), List.of(wanted))).orElse(NONE);
    }

    /** The same, and this after everything else. */
    Adjustment and(Optional<OrderRequest> last) {
        return new Adjustment(
                cancel, Stream.concat(place.stream(), last.stream()).toList());
    }

    public boolean isEmpty() {
        return cancel.isEmpty() && place.isEmpty();
    }
}
