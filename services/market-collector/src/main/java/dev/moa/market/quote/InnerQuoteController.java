package dev.moa.market.quote;

import dev.moa.contract.LiveMessages.Quote;
import dev.moa.market.instrument.Instruments;
import dev.moa.platform.problem.DependencyAway;
import dev.moa.platform.problem.Problem;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;

/** For services that find no price in Redis, which may have been emptied; on the inner network only. */
@Controller("/internal/quotes")
@ExecuteOn(TaskExecutors.BLOCKING)
class InnerQuoteController {
    private final QuoteBoard board;
    private final QuoteRestore restore;
    private final Instruments instruments;

    InnerQuoteController(QuoteBoard board, QuoteRestore restore, Instruments instruments) {
        this.board = board;
        this.restore = restore;
        this.instruments = instruments;
    }

    /** 404 says that nobody knows a price; a collector that has not read its own yet must not say so. */
    @Get("/{instrument}")
    Quote latest(String instrument) {
        return board.latest(instruments.known(instrument))
                .orElseThrow(() -> restore.isDone() ? Problem.notFound() : notYet());
    }

    private static Problem notYet() {
        return new DependencyAway("prices");
    }
}
