package dev.moa.trading.signal;

import dev.moa.domain.instrument.InstrumentId;
import dev.moa.domain.risk.Refusal;
import dev.moa.domain.risk.RiskVerdict;
import java.util.List;
import java.util.UUID;

/**
 * What a signal led to.
 *
 * @param orders that were placed
 * @param asked how many wishes a person has to agree to
 * @param reasons against what was not placed
 */
record SignalOutcome(List<UUID> orders, int asked, boolean cancelled, List<String> reasons) {
    private static final String NOTHING = "Nothing to do: the position already fits the signal.";

    static SignalOutcome noPrice(InstrumentId instrument) {
        return refused(List.of("There is no current price for " + instrument + "."));
    }

    static SignalOutcome refused(List<String> reasons) {
        return new SignalOutcome(List.of(), 0, false, reasons);
    }

    static List<String> words(RiskVerdict verdict) {
        return verdict.reasons().stream().map(Refusal::message).toList();
    }

    String state() {
        if (!orders.isEmpty()) {
            return "EXECUTED";
        }
        if (asked > 0) {
            return "AWAITING_APPROVAL";
        }
        return cancelled ? "EXECUTED" : reasons.isEmpty() ? "IGNORED" : "REFUSED";
    }

    List<String> told() {
        return state().equals("IGNORED")
                ? List.of(NOTHING)
                : reasons.stream().distinct().toList();
    }

    UUID firstOrder() {
        return orders.isEmpty() ? null : orders.getFirst();
    }
}
