package dev.moa.trading.exit;

import dev.moa.domain.value.AccountId;
import dev.moa.domain.value.PositionId;
import dev.moa.domain.value.Price;
import java.util.List;

/** What the stop guard reads: stored positions and orders, nobody's memory. */
interface GuardStore {
    /** A position that should have this stop. */
    record Unprotected(AccountId account, PositionId position, Price stop) {}

    /** Open positions that want a stop, while neither the position nor an open order has one. */
    List<Unprotected> unprotected();

    /** Open positions with the stop that they should have. */
    List<Unprotected> wanted();

    /** Whether this position should have a stop now: asked on its lane, a person may just have taken it away. */
    boolean wants(PositionId position);
}
