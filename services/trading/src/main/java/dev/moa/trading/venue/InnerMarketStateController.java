package dev.moa.trading.venue;

import dev.moa.domain.instrument.InstrumentId;
import dev.moa.domain.market.MarketState;
import dev.moa.domain.value.Price;
import dev.moa.platform.json.OneOf;
import dev.moa.platform.problem.Problem;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Put;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;

/** Where whoever watches markets tells of halts, interruptions, base prices and funding rates; inner network only. */
@Controller("/internal/markets")
@ExecuteOn(TaskExecutors.BLOCKING)
class InnerMarketStateController {
    private final MarketStates states;

    InnerMarketStateController(MarketStates states) {
        this.states = states;
    }

    /** @param trading OPEN when it is left out */
    @Serdeable
    record Told(
            @Nullable @Size(max = 20) @OneOf({"OPEN", "INTERRUPTED", "HALTED"})
            String trading,

            @Nullable Instant until,
            @Nullable @Size(max = 200) String reason,

            @Nullable @DecimalMin(value = "0", inclusive = false)
            BigDecimal basePrice,

            boolean firstDay,

            @Nullable @DecimalMin("-0.05") @DecimalMax("0.05")
            BigDecimal fundingRate) {

        static Told of(MarketState state) {
            return new Told(
                    state.trading().name(),
                    state.until(),
                    state.reason(),
                    state.base() == null ? null : state.base().value(),
                    state.firstDay(),
                    state.fundingRate());
        }

        MarketState state() {
            return new MarketState(
                    trading == null ? MarketState.Trading.OPEN : named(trading),
                    until,
                    reason,
                    basePrice == null ? null : new Price(basePrice),
                    firstDay,
                    fundingRate);
        }

        private static MarketState.Trading named(String name) {
            return Arrays.stream(MarketState.Trading.values())
                    .filter(state -> state.name().equals(name.toUpperCase(Locale.ROOT)))
                    .findFirst()
                    .orElseThrow(() -> Problem.badRequest("invalid_trading", "trading is not a state of a market"));
        }
    }

    @Get("/{instrument}")
    Told get(String instrument) {
        return Told.of(states.of(InstrumentId.parse(instrument)));
    }

    @Put("/{instrument}")
    Told set(String instrument, @Valid @Body Told told) {
        return Told.of(states.set(InstrumentId.parse(instrument), told.state()));
    }
}
