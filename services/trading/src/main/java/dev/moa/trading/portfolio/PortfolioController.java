package dev.moa.trading.portfolio;

import dev.moa.platform.identity.Caller;
import dev.moa.platform.page.Page;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.UUID;

/** Positions and the summary of the caller. */
@Controller("/api/v1")
@ExecuteOn(TaskExecutors.BLOCKING)
class PortfolioController {
    private final Overview overview;

    PortfolioController(Overview overview) {
        this.overview = overview;
    }

    @Get("/positions")
    Page<PositionView> positions(Caller caller) {
        return new Page<>(overview.positions(caller.userId()), null);
    }

    @Get("/positions/{id}")
    PositionView position(Caller caller, UUID id) {
        return overview.position(caller.userId(), id);
    }

    @Get("/portfolio/summary")
    SummaryView summary(Caller caller, @Nullable @QueryValue String currency) {
        return overview.summary(caller.userId(), currency);
    }
}
