package dev.moa.market.candle;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;

@Controller("/api/v1/market")
@Secured(SecurityRule.IS_AUTHENTICATED)
@ExecuteOn(TaskExecutors.BLOCKING)
class ChartController {
    private final Charts charts;

    ChartController(Charts charts) {
        this.charts = charts;
    }

    @Get("/charts/{instrument}")
    ChartView chart(
            String instrument,
            @Nullable @QueryValue String interval,
            @Nullable @QueryValue String from,
            @Nullable @QueryValue String to,
            @Nullable @QueryValue Integer limit) {
        return charts.chart(new Charts.Question(instrument, interval, from, to, limit));
    }

    @Get("/trades/{instrument}")
    TradesView trades(String instrument, @Nullable @QueryValue Integer limit) {
        return charts.trades(instrument, limit);
    }
}
