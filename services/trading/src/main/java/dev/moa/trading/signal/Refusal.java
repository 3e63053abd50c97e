package dev.moa.trading.signal;

import dev.moa.domain.instrument.Instrument;
import dev.moa.domain.risk.RiskVerdict;
import dev.moa.trading.order.Placement;
import java.util.List;

/** Reasons that are known before any rule is asked. */
final class Refusal {
    private Refusal() {}

    static Placement noPrice(Instrument instrument) {
        return new Placement.Refused(new RiskVerdict(List.of(new dev.moa.domain.risk.Refusal(
                "no_price", "There is no current price for " + instrument.id() + "."))));
    }
}
