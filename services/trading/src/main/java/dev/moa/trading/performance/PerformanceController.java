package dev.moa.trading.performance;

import dev.moa.platform.identity.Caller;
import dev.moa.platform.settings.CommonSettings;
import dev.moa.trading.report.ReportFilter;
import dev.moa.trading.report.ReportQuery;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.RequestBean;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;

/** The figures of the caller's own accounts. */
@Controller("/api/v1")
@ExecuteOn(TaskExecutors.BLOCKING)
class PerformanceController {
    private final PerformanceReport report;
    private final Analytics analytics;
    private final CommonSettings settings;

    PerformanceController(PerformanceReport report, Analytics analytics, CommonSettings settings) {
        this.report = report;
        this.analytics = analytics;
        this.settings = settings;
    }

    @Get("/portfolio/performance")
    PerformanceView portfolio(Caller caller, @RequestBean ReportQuery query) {
        return summary(caller, query);
    }

    @Get("/performance/summary")
    PerformanceView summary(Caller caller, @RequestBean ReportQuery query) {
        return report.of(caller.userId(), filter(query));
    }

    @Get("/portfolio/analytics")
    AnalyticsView analytics(Caller caller, @RequestBean ReportQuery query) {
        return analytics.of(caller.userId(), filter(query));
    }

    @Get("/performance/daily")
    PeriodView.Rows daily(Caller caller, @RequestBean ReportQuery query) {
        return report.rows(caller.userId(), filter(query), Period.DAY);
    }

    @Get("/performance/weekly")
    PeriodView.Rows weekly(Caller caller, @RequestBean ReportQuery query) {
        return report.rows(caller.userId(), filter(query), Period.WEEK);
    }

    @Get("/performance/monthly")
    PeriodView.Rows monthly(Caller caller, @RequestBean ReportQuery query) {
        return report.rows(caller.userId(), filter(query), Period.MONTH);
    }

    private ReportFilter filter(ReportQuery query) {
        return ReportFilter.of(query, settings.zone());
    }
}
