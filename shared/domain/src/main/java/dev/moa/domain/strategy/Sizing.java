package dev.moa.domain.strategy;

import dev.moa.domain.value.Decimals;
import dev.moa.domain.value.InvalidValue;
import dev.moa.domain.value.Percent;
import java.math.BigDecimal;

/**
 * How much an entry buys, as people set it. Names and ranges are those of the API.
 *
 * @param value PERCENT: percent of the equity, 1 to 100. AMOUNT: an amount of the quote currency. RISK and VOLATILITY: the
 *     percent of the equity that is lost when the stop is reached, 0.01 to 20
 * @param atrLength VOLATILITY: how many candles the average true range looks back, 2 to 200; else 0
 * @param atrMultiple VOLATILITY: how many of these ranges count as the way to the stop, 0.1 to 20; else null
 */
public record Sizing(Method method, BigDecimal value, int atrLength, BigDecimal atrMultiple) {
    public enum Method {
        /** A share of the equity. */
        PERCENT,
        /** Always the same amount of money. */
        AMOUNT,
        /** So much that the stop costs a given share of the equity. */
        RISK,
        /** The same with the instrument's own movement in place of the stop. */
        VOLATILITY
    }

    /** @throws InvalidValue naming the field that is out of its range */
    public Sizing {
        switch (method) {
            case PERCENT -> within("sizing.pct", value, "1", "100");
            case AMOUNT -> within("sizing.amount", value, "0.00000001", "1000000000000");
            case RISK -> within("sizing.risk_pct", value, "0.01", "20");
            case VOLATILITY -> {
                within("sizing.risk_pct", value, "0.01", "20");
                within("sizing.atr_multiple", atrMultiple, "0.1", "20");
                if (atrLength < 2 || atrLength > 200) {
                    throw new InvalidValue("sizing.atr_length", "must be between 2 and 200");
                }
            }
        }
    }

    public static Sizing percent(Percent share) {
        return new Sizing(Method.PERCENT, share.value(), 0, null);
    }

    public static Sizing amount(BigDecimal amount) {
        return new Sizing(Method.AMOUNT, amount, 0, null);
    }

    public static Sizing risk(Percent risk) {
        return new Sizing(Method.RISK, risk.value(), 0, null);
    }

    public static Sizing volatility(Percent risk, int atrLength, BigDecimal atrMultiple) {
        return new Sizing(Method.VOLATILITY, risk.value(), atrLength, atrMultiple);
    }

    private static void within(String field, BigDecimal number, String low, String high) {
        BigDecimal given = Decimals.canonical(field, number);
        if (given.compareTo(new BigDecimal(low)) < 0 || given.compareTo(new BigDecimal(high)) > 0) {
            throw new InvalidValue(field, "must be between " + low + " and " + high);
        }
    }

    /**
     * The same, ready to be used.
     *
     * @param stop distance of the stop from the entry; null for none
     * @throws InvalidValue when RISK is asked for without a stop
     */
    public PositionSizing sizing(Percent stop) {
        return switch (method) {
            case PERCENT -> PositionSizing.ofEquity(new Percent(value));
            case AMOUNT -> PositionSizing.amount(value);
            case RISK -> {
                if (stop == null) {
                    throw new InvalidValue("sizing.method", "by risk needs a stop");
                }
                yield PositionSizing.byRisk(new Percent(value), stop);
            }
            case VOLATILITY -> new VolatilitySizing(new Percent(value), atrLength, atrMultiple);
        };
    }
}
