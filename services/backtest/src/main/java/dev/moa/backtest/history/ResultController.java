package dev.moa.backtest.history;

import dev.moa.backtest.measure.Trade;
import dev.moa.backtest.run.RunRemoval;
import dev.moa.platform.identity.Caller;
import dev.moa.platform.page.Page;
import dev.moa.platform.page.PageRequest;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.UUID;

/** Past and running backtests of the caller; other people's do not exist. */
@Controller("/api/v1/backtest/results")
@ExecuteOn(TaskExecutors.BLOCKING)
class ResultController {
    private final Results results;
    private final RunRemoval removal;

    ResultController(Results results, RunRemoval removal) {
        this.results = results;
        this.removal = removal;
    }

    @Get
    Page<ResultView> list(Caller caller, @Nullable @QueryValue Integer limit, @Nullable @QueryValue String cursor) {
        return results.list(caller.userId(), PageRequest.of(limit, cursor));
    }

    @Get("/{id}")
    ResultView find(Caller caller, UUID id) {
        return results.find(caller.userId(), id);
    }

    @Get("/{id}/trades")
    Page<Trade> trades(
            Caller caller, UUID id, @Nullable @QueryValue Integer limit, @Nullable @QueryValue String cursor) {
        return results.trades(caller.userId(), id, PageRequest.of(limit, cursor));
    }

    @Delete("/{id}")
    @Status(HttpStatus.NO_CONTENT)
    void remove(Caller caller, UUID id) {
        removal.remove(caller.userId(), id);
    }
}
