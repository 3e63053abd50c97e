package dev.moa.market.quote;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;

@Controller("/api/v1/market/orderbook")
@Secured(SecurityRule.IS_AUTHENTICATED)
@ExecuteOn(TaskExecutors.BLOCKING)
class OrderbookController {
    private final Orderbooks orderbooks;

    OrderbookController(Orderbooks orderbooks) {
        this.orderbooks = orderbooks;
    }

    @Get("/{instrument}")
    OrderbookView orderbook(String instrument, @Nullable @QueryValue String book) {
        return orderbooks.of(instrument, book);
    }
}
