package dev.moa.trading.history;

import dev.moa.platform.page.Page;
import dev.moa.platform.page.PageRequest;
import dev.moa.trading.report.ReportFilter;
import java.util.UUID;

/** What has happened and does not change any more, newest first. */
interface HistoryStore {
    Page<HistoryFillView> fills(UUID userId, ReportFilter filter, PageRequest page);

    Page<ClosedPositionView> positions(UUID userId, ReportFilter filter, PageRequest page);
}
