package dev.moa.trading.history;

import dev.moa.platform.identity.Caller;
import dev.moa.platform.page.PageRequest;
import dev.moa.platform.settings.CommonSettings;
import dev.moa.trading.report.Csv;
import dev.moa.trading.report.ReportFilter;
import dev.moa.trading.report.ReportQuery;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.RequestBean;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.List;

/** What the caller traded; {@code format=csv} or {@code Accept: text/csv} gives all of it as a file. */
@Controller("/api/v1")
@ExecuteOn(TaskExecutors.BLOCKING)
class HistoryController {
    private final History history;
    private final CommonSettings settings;

    HistoryController(History history, CommonSettings settings) {
        this.history = history;
        this.settings = settings;
    }

    /** A page of fills, for the description of the interface. */
    @Schema(name = "HistoryFillPage")
    record FillPage(List<HistoryFillView> items, @Nullable String nextCursor) {}

    /** A page of closed positions, likewise. */
    @Schema(name = "ClosedPositionPage")
    record PositionPage(
            List<ClosedPositionView> items, @Nullable String nextCursor) {}

    @Get("/trading/history")
    @Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_CSV})
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = FillPage.class)))
    HttpResponse<?> fills(
            Caller caller,
            HttpRequest<?> request,
            @RequestBean ReportQuery query,
            @Nullable @QueryValue String format,
            @Nullable @QueryValue Integer limit,
            @Nullable @QueryValue String cursor) {
        ReportFilter filter = ReportFilter.of(query, settings.zone());
        if (Csv.wanted(request, format)) {
            return Csv.file("fills.csv", HistoryFillView.COLUMNS, history.allFills(caller.userId(), filter));
        }
        return HttpResponse.ok(history.fills(caller.userId(), filter, PageRequest.of(limit, cursor)))
                .contentType(MediaType.APPLICATION_JSON_TYPE);
    }

    @Get("/positions/history")
    @Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_CSV})
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = PositionPage.class)))
    HttpResponse<?> positions(
            Caller caller,
            HttpRequest<?> request,
            @RequestBean ReportQuery query,
            @Nullable @QueryValue String format,
            @Nullable @QueryValue Integer limit,
            @Nullable @QueryValue String cursor) {
        ReportFilter filter = ReportFilter.of(query, settings.zone());
        if (Csv.wanted(request, format)) {
            return Csv.file("positions.csv", ClosedPositionView.COLUMNS, history.allPositions(caller.userId(), filter));
        }
        return HttpResponse.ok(history.positions(caller.userId(), filter, PageRequest.of(limit, cursor)))
                .contentType(MediaType.APPLICATION_JSON_TYPE);
    }
}
