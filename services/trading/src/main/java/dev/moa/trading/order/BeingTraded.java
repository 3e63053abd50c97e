package dev.moa.trading.order;

import dev.moa.domain.value.OrderId;

/** An order that has to go at once is just being traded by somebody of the household: the book is read anew, and it is tried again. */
final class BeingTraded extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BeingTraded(OrderId order) {
        super("order " + order + " is just being traded");
    }
}
