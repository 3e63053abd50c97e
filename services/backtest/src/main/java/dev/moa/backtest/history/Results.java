package dev.moa.backtest.history;

import dev.moa.backtest.measure.Trade;
import dev.moa.platform.page.Page;
import dev.moa.platform.page.PageRequest;
import dev.moa.platform.problem.Problem;
import dev.moa.platform.sql.Sql;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;

/** A person's runs and what they found. */
@Singleton
class Results {
    /** What a page can show at once; more come by cursor. */
    private static final int TRADES = 500;

    private final Sql sql;
    private final ResultStore store;

    Results(Sql sql, ResultStore store) {
        this.sql = sql;
        this.store = store;
    }

    Page<ResultView> list(UUID userId, PageRequest page) {
        return Page.of(store.list(userId, page), page, StoredRun::id).map(ResultView::of);
    }

    /** @throws Problem 404 when the person has no such run */
    ResultView find(UUID userId, UUID id) {
        return sql.inTransaction(() -> {
            StoredRun run = store.find(userId, id).orElseThrow(Problem::notFound);
            return run.figures() == null
                    ? ResultView.of(run)
                    : ResultView.of(run, store.curve(id), trades(id, new PageRequest(TRADES, null)));
        });
    }

    /** @throws Problem 404 when the person has no such run */
    Page<Trade> trades(UUID userId, UUID id, PageRequest page) {
        store.find(userId, id).orElseThrow(Problem::notFound);
        return trades(id, page);
    }

    /** Trades are numbered upwards; the cursor carries the last number shown. */
    private Page<Trade> trades(UUID id, PageRequest page) {
        int after = page.before() == null ? 0 : (int) page.before().getLeastSignificantBits();
        List<Trade> rows = store.trades(id, after, page.fetch());
        return Page.of(rows, page, trade -> new UUID(0, trade.number()));
    }
}
