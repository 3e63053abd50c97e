package dev.moa.trading.rate;

import dev.moa.platform.identity.Caller;
import dev.moa.platform.page.Page;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Put;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import jakarta.validation.Valid;

/** Rates of exchange for the caller's own figures. */
@Controller("/api/v1/portfolio/rates")
@ExecuteOn(TaskExecutors.BLOCKING)
class RateController {
    private final Rates rates;

    RateController(Rates rates) {
        this.rates = rates;
    }

    @Get
    Page<RateView> latest(Caller caller) {
        return new Page<>(rates.latest(caller.userId()), null);
    }

    @Put
    RateView set(Caller caller, @Valid @Body RateRequest body) {
        return rates.set(caller.userId(), body);
    }
}
