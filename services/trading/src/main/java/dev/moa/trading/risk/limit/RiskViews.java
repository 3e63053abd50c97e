package dev.moa.trading.risk.limit;

import dev.moa.domain.instrument.InstrumentId;
import dev.moa.domain.risk.Limit;
import dev.moa.domain.risk.RiskLevel;
import dev.moa.domain.risk.RiskLimits;
import dev.moa.domain.risk.RiskState;
import dev.moa.platform.identity.Caller;
import dev.moa.platform.problem.Problem;
import dev.moa.trading.risk.limit.RiskStates.Held;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** Limits and states as people get them. */
final class RiskViews {
    private RiskViews() {}

    /** @param instrument only for an account: one instrument of it */
    @Serdeable
    record WantedState(
            @NotNull String state,
            @Nullable String instrument,
            @NotBlank @Size(max = 200) String cause) {}

    /**
     * @param kind limits or state
     * @param values what it would become
     * @param mayApprove whether the caller's yes would count
     */
    @Serdeable
    record ChangeView(
            UUID changeId,
            String level,
            UUID id,
            String kind,
            Map<String, Object> values,
            List<String> removed,
            UUID requestedBy,
            Instant requestedAt,
            Instant effectiveAt,
            boolean mayApprove) {}

    @Serdeable
    record Changes(List<ChangeView> items) {}

    @Serdeable
    record HeldView(
            String state,
            @Nullable String instrument,
            String holder,
            String cause,
            @Nullable UUID by,
            Instant since) {
        static HeldView of(Held held) {
            String instrument = held.hold().instrument();
            return new HeldView(
                    held.state().name(),
                    instrument.isEmpty() ? null : instrument,
                    held.hold().holder(),
                    held.cause(),
                    held.by(),
                    held.since());
        }
    }

    /** @param state the strictest of what holds the level as a whole */
    @Serdeable
    record StateView(String level, UUID id, String state, List<HeldView> held, List<ChangeView> pending) {}

    /** The limits flat, as they are sent, beside level, id and what waits. */
    static Map<String, Object> limits(Caller caller, Levels.Level level, RiskLimits limits, List<Change> waiting) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("level", level.key().level().word());
        view.put("id", level.key().subject().toString());
        view.putAll(LimitsText.write(limits));
        view.put(
                "pending",
                waiting.stream().map(change -> change(caller, change)).toList());
        return view;
    }

    static ChangeView change(Caller caller, Change change) {
        boolean mayApprove = Levels.isSecondAdult(
                caller,
                change.requestedBy(),
                change.key().level() == RiskLevel.USER ? change.key().subject() : null);
        return switch (change.wanted()) {
            case Change.Limits limits -> view(change, values(limits), removed(limits), mayApprove);
            case Change.State state ->
                view(change, Map.of("state", state.state().name()), List.of(), mayApprove);
        };
    }

    private static ChangeView view(
            Change change, Map<String, Object> values, List<String> removed, boolean mayApprove) {
        return new ChangeView(
                change.id(),
                change.key().level().word(),
                change.key().subject(),
                change.kind().toLowerCase(Locale.ROOT),
                values,
                removed,
                change.requestedBy(),
                change.requestedAt(),
                change.effectiveAt(),
                mayApprove);
    }

    private static Map<String, Object> values(Change.Limits change) {
        RiskLimits only = RiskLimits.NONE;
        for (Limit limit : change.limits()) {
            only = only.withLimitOf(limit, change.values());
        }
        return LimitsText.write(only);
    }

    private static List<String> removed(Change.Limits change) {
        return change.limits().stream()
                .filter(limit -> !change.values().has(limit))
                .map(Limit::word)
                .toList();
    }

    static StateView states(Levels.Level level, List<Held> held, List<ChangeView> pending) {
        return new StateView(
                level.key().level().word(),
                level.key().subject(),
                strictest(held).name(),
                held.stream().map(HeldView::of).toList(),
                pending);
    }

    static RiskState strictest(List<Held> held) {
        return held.stream()
                .filter(one -> one.hold().instrument().isEmpty())
                .map(Held::state)
                .reduce(RiskState.ACTIVE, RiskState::stricter);
    }

    static RiskState state(String word) {
        return Arrays.stream(RiskState.values())
                .filter(state -> state.name().equalsIgnoreCase(word))
                .findFirst()
                .orElseThrow(() -> Problem.invalid().field("state", "must be ACTIVE, REDUCE_ONLY or HALTED"));
    }

    static String instrument(String text) {
        return InstrumentId.parse(text).toString();
    }
}
