package dev.moa.domain.risk;

import java.util.List;

/**
 * Whether an order may be placed.
 *
 * @param reasons every reason against it, in the order of the rules; empty when it may
 */
public record RiskVerdict(List<Refusal> reasons) {
    public RiskVerdict {
        reasons = List.copyOf(reasons);
    }

    public boolean approved() {
        return reasons.isEmpty();
    }

    public boolean refusedFor(String code) {
        return reasons.stream().anyMatch(reason -> reason.code().equals(code));
    }
}
