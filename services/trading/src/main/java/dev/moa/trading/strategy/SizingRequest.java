package dev.moa.trading.strategy;

import dev.moa.domain.strategy.Sizing;
import dev.moa.domain.value.InvalidValue;
import dev.moa.domain.value.Percent;
import dev.moa.platform.json.OneOf;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;

/**
 * How much an entry buys: {@code percent} (with pct), {@code amount} (with amount, in the quote currency), {@code risk} (with
 * risk_pct: the share of the equity that the stop may cost) or {@code volatility} (with risk_pct, atr_length, atr_multiple). Also its
 * stored and shown form.
 */
@Serdeable
public record SizingRequest(
        @NotBlank @Size(max = 20) @OneOf({"percent", "amount", "risk", "volatility"})
        String method,

        @Nullable BigDecimal pct,
        @Nullable BigDecimal amount,
        @Nullable BigDecimal riskPct,
        @Nullable Integer atrLength,
        @Nullable BigDecimal atrMultiple) {
    private static final int ATR_LENGTH = 14;
    private static final BigDecimal ATR_MULTIPLE = BigDecimal.valueOf(2);

    /** @throws InvalidValue naming the field that is missing or out of its range */
    public Sizing toSizing() {
        return switch (method) {
            case "percent" -> Sizing.percent(percent("sizing.pct", pct));
            case "amount" -> Sizing.amount(given("sizing.amount", amount));
            case "risk" -> Sizing.risk(percent("sizing.risk_pct", riskPct));
            case "volatility" ->
                Sizing.volatility(
                        percent("sizing.risk_pct", riskPct),
                        atrLength == null ? ATR_LENGTH : atrLength,
                        atrMultiple == null ? ATR_MULTIPLE : atrMultiple);
            default -> throw new InvalidValue("sizing.method", "must be percent, amount, risk or volatility");
        };
    }

    static SizingRequest of(Sizing sizing) {
        if (sizing == null) {
            return null;
        }
        BigDecimal value = sizing.value();
        return switch (sizing.method()) {
            case PERCENT -> new SizingRequest("percent", value, null, null, null, null);
            case AMOUNT -> new SizingRequest("amount", null, value, null, null, null);
            case RISK -> new SizingRequest("risk", null, null, value, null, null);
            case VOLATILITY ->
                new SizingRequest("volatility", null, null, value, sizing.atrLength(), sizing.atrMultiple());
        };
    }

    private static Percent percent(String field, BigDecimal number) {
        return new Percent(given(field, number));
    }

    private static BigDecimal given(String field, BigDecimal number) {
        if (number == null) {
            throw new InvalidValue(field, "is missing");
        }
        return number;
    }
}
