package dev.moa.trading.venue;

import dev.moa.domain.instrument.Instrument;
import dev.moa.domain.instrument.InstrumentId;
import dev.moa.domain.instrument.VenueRules;
import dev.moa.platform.identity.Caller;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.UUID;

/** The caller's leverage by account and contract. */
@Controller("/api/v1/trading/leverage")
@ExecuteOn(TaskExecutors.BLOCKING)
class LeverageController {
    private final Leverages leverages;

    LeverageController(Leverages leverages) {
        this.leverages = leverages;
    }

    /** @param accountId null for the account that the person trades on by default */
    @Serdeable
    record LeverageRequest(
            @Nullable UUID accountId,
            @NotBlank @Size(max = 60) String instrument,
            @NotNull @Min(1) @Max(125) Integer leverage) {}

    /**
     * @param maxLeverage what small positions may have
     * @param maxPositionValue the largest position at this leverage in the quote currency; null when there is no bound
     */
    @Serdeable
    record LeverageView(
            UUID accountId,
            String instrument,
            int leverage,
            int maxLeverage,
            @Nullable BigDecimal maxPositionValue,
            String marginMode) {
        static LeverageView of(Leverages.Chosen chosen) {
            return new LeverageView(
                    chosen.account(),
                    chosen.contract().id().toString(),
                    chosen.leverage(),
                    chosen.most(),
                    chosen.maxValue(),
                    "ISOLATED");
        }
    }

    @Get
    LeverageView get(Caller caller, @QueryValue String instrument, @Nullable @QueryValue("account_id") UUID accountId) {
        return LeverageView.of(leverages.of(caller.userId(), accountId, contract(instrument)));
    }

    @Put
    LeverageView put(Caller caller, @Valid @Body LeverageRequest body) {
        return LeverageView.of(
                leverages.choose(caller.userId(), body.accountId(), contract(body.instrument()), body.leverage()));
    }

    private static Instrument contract(String name) {
        return VenueRules.instrument(InstrumentId.parse(name));
    }
}
