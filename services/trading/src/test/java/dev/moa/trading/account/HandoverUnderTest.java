package dev.moa.trading.account;

import dev.moa.domain.order.Transition;

/** A way out that leads nowhere, for what is tested without lanes. */
public final class HandoverUnderTest extends Handover {
    public HandoverUnderTest() {
        super(null, null, null);
    }

    @Override
    public void follow(LaneTurn turn, Transition transition) {
        // There is no attempt to follow.
    }
}
