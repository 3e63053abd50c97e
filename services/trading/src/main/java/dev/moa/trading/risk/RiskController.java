package dev.moa.trading.risk;

import dev.moa.domain.risk.Cap;
import dev.moa.domain.risk.RiskLimits;
import dev.moa.domain.value.Currency;
import dev.moa.domain.value.Percent;
import dev.moa.platform.identity.Caller;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Put;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** A person's own limits. */
@Controller("/api/v1/risk")
@ExecuteOn(TaskExecutors.BLOCKING)
class RiskController {
    private final RiskDesk desk;

    RiskController(RiskDesk desk) {
        this.desk = desk;
    }

    /**
     * @param maxOrderValuePct percent of the equity in the order's currency, null for no such limit
     * @param maxOrderValue amounts by currency, such as {@code {"USDT": "5000"}}
     * @param dailyLossPct percent of the day's first equity, null for no such limit
     */
    @Serdeable
    record Limits(
            @Nullable BigDecimal maxOrderValuePct,
            @Nullable @Size(max = 20) Map<String, BigDecimal> maxOrderValue,
            @Nullable BigDecimal dailyLossPct,
            @Nullable @Size(max = 20) Map<String, BigDecimal> dailyLoss,
            @NotNull @Min(0) @Max(1000) Integer maxOpenPositions) {

        static Limits of(RiskLimits limits) {
            return new Limits(
                    percent(limits.maxOrderValue()),
                    amounts(limits.maxOrderValue()),
                    percent(limits.dailyLoss()),
                    amounts(limits.dailyLoss()),
                    limits.maxOpenPositions());
        }

        RiskLimits toLimits() {
            return new RiskLimits(
                    cap("max_order_value_pct", maxOrderValuePct, maxOrderValue),
                    cap("daily_loss_pct", dailyLossPct, dailyLoss),
                    maxOpenPositions);
        }

        private static BigDecimal percent(Cap cap) {
            return cap.ofEquity() == null ? null : cap.ofEquity().value();
        }

        private static Map<String, BigDecimal> amounts(Cap cap) {
            Map<String, BigDecimal> amounts = new TreeMap<>();
            cap.amounts().forEach((currency, amount) -> amounts.put(currency.code(), amount));
            return amounts;
        }

        private static Cap cap(String field, BigDecimal percent, Map<String, BigDecimal> amounts) {
            Map<Currency, BigDecimal> byCurrency = new HashMap<>();
            if (amounts != null) {
                amounts.forEach((code, amount) -> byCurrency.put(Currency.of(code), amount));
            }
            return new Cap(percent == null ? null : new Percent(percent).within(field, "0", "100"), byCurrency);
        }
    }

    @Get("/limits")
    Limits limits(Caller caller) {
        return Limits.of(desk.limits(caller.userId()));
    }

    @Put("/limits")
    Limits change(Caller caller, @Valid @Body Limits wanted) {
        return Limits.of(desk.change(caller.userId(), wanted.toLimits()));
    }
}
