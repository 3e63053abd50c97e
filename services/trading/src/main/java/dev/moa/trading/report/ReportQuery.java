package dev.moa.trading.report;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.annotation.QueryValue;
import java.util.UUID;

/** The query parameters of a report as they come; {@link ReportFilter#of} reads them. */
@Introspected
public record ReportQuery(
        @Nullable @QueryValue("account_id") UUID accountId,
        @Nullable @QueryValue("strategy_id") UUID strategyId,
        @Nullable @QueryValue("instrument") String instrument,
        @Nullable @QueryValue("from") String from,
        @Nullable @QueryValue("to") String to,
        @Nullable @QueryValue("currency") String currency) {}
