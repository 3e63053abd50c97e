package dev.moa.market.instrument;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;

@Controller("/api/v1/market/instruments")
@Secured(SecurityRule.IS_AUTHENTICATED)
@ExecuteOn(TaskExecutors.BLOCKING)
class InstrumentController {
    private final Instruments instruments;

    InstrumentController(Instruments instruments) {
        this.instruments = instruments;
    }

    @Get
    InstrumentsView search(
            @Nullable @QueryValue String query,
            @Nullable @QueryValue String venue,
            @Nullable @QueryValue String cursor,
            @Nullable @QueryValue Integer limit) {
        return instruments.search(query, venue, cursor, limit);
    }
}
