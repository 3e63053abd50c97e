package dev.moa.trading.signal;

import dev.moa.platform.identity.Caller;
import dev.moa.platform.page.Page;
import dev.moa.platform.page.PageRequest;
import dev.moa.platform.problem.Problem;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;

/** What strategies and their webhooks wanted, what became of it and why. */
@Controller("/api/v1/signals")
@ExecuteOn(TaskExecutors.BLOCKING)
class SignalController {
    private static final Set<String> STATES =
            Set.of("RECEIVED", "AWAITING_APPROVAL", "EXECUTED", "REFUSED", "IGNORED", "EXPIRED");

    private final Signals signals;

    SignalController(Signals signals) {
        this.signals = signals;
    }

    /**
     * The newest first.
     *
     * @param status one or several, separated by commas
     * @param from received at or after it; @param to received before it
     */
    @Get
    Page<SignalView> list(
            Caller caller,
            @Nullable @QueryValue("strategy_id") UUID strategyId,
            @Nullable @QueryValue String source,
            @Nullable @QueryValue String instrument,
            @Nullable @QueryValue String status,
            @Nullable @QueryValue Instant from,
            @Nullable @QueryValue Instant to,
            @Nullable @QueryValue Integer limit,
            @Nullable @QueryValue String cursor) {
        SignalFilter filter = new SignalFilter(strategyId, source, instrument, states(status), from, to);
        return signals.list(caller.userId(), filter, PageRequest.of(limit, cursor));
    }

    @Get("/{id}")
    SignalView get(Caller caller, UUID id) {
        return signals.mine(caller.userId(), id);
    }

    private static List<String> states(String status) {
        List<String> states = status == null
                ? List.of()
                : Arrays.stream(status.split(","))
                        .map(word -> word.strip().toUpperCase(Locale.ROOT))
                        .toList();
        if (!STATES.containsAll(states)) {
            throw Problem.invalid()
                    .field(
                            "status",
                            "must be of "
                                    + String.join(", ", STATES.stream().sorted().toList()));
        }
        return states;
    }
}
