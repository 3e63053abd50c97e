package dev.moa.trading.history;

import dev.moa.platform.page.Page;
import dev.moa.platform.page.PageRequest;
import dev.moa.trading.account.AccountLanes;
import dev.moa.trading.report.ReportFilter;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;

/** A person's own fills and closed positions, page by page or as one long file. */
@Singleton
class History {
    private static final int PART = 500;

    private final AccountLanes lanes;
    private final HistoryStore store;

    History(AccountLanes lanes, HistoryStore store) {
        this.lanes = lanes;
        this.store = store;
    }

    Page<HistoryFillView> fills(UUID userId, ReportFilter filter, PageRequest page) {
        checkOwner(userId, filter);
        return store.fills(userId, filter, page);
    }

    Page<ClosedPositionView> positions(UUID userId, ReportFilter filter, PageRequest page) {
        checkOwner(userId, filter);
        return store.positions(userId, filter, page);
    }

    Supplier<List<List<?>>> allFills(UUID userId, ReportFilter filter) {
        checkOwner(userId, filter);
        return parts(page -> store.fills(userId, filter, page).<List<?>>map(HistoryFillView::cells));
    }

    Supplier<List<List<?>>> allPositions(UUID userId, ReportFilter filter) {
        checkOwner(userId, filter);
        return parts(page -> store.positions(userId, filter, page).<List<?>>map(ClosedPositionView::cells));
    }

    /** Somebody else's account is not found. */
    private void checkOwner(UUID userId, ReportFilter filter) {
        if (filter.accountId() != null) {
            lanes.of(userId, filter.accountId());
        }
    }

    private static Supplier<List<List<?>>> parts(Function<PageRequest, Page<List<?>>> read) {
        return new Supplier<>() {
            private PageRequest next = PageRequest.of(PART, null);

            @Override
            public List<List<?>> get() {
                if (next == null) {
                    return List.of();
                }
                Page<List<?>> page = read.apply(next);
                next = page.nextCursor() == null ? null : PageRequest.of(PART, page.nextCursor());
                return page.items();
            }
        };
    }
}
