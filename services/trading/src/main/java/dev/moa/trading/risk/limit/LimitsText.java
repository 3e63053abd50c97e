package dev.moa.trading.risk.limit;

import dev.moa.domain.risk.Cap;
import dev.moa.domain.risk.Limit;
import dev.moa.domain.risk.RiskLimits;
import dev.moa.domain.value.Currency;
import dev.moa.domain.value.Decimals;
import dev.moa.domain.value.InvalidValue;
import dev.moa.domain.value.Percent;
import io.micronaut.json.tree.JsonNode;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Limits as JSON members: money as {@code name_pct} and as {@code name} with amounts by currency, all else as one number. */
final class LimitsText {
    private static final String SHARE = "_pct";

    private LimitsText() {}

    static Map<String, Object> write(RiskLimits limits) {
        Map<String, Object> members = new LinkedHashMap<>();
        for (Limit limit : Limit.values()) {
            if (!limits.has(limit)) {
                continue;
            }
            switch (limit.unit()) {
                case MONEY -> {
                    Cap cap = limits.cap(limit);
                    if (cap.ofEquity() != null) {
                        members.put(limit.word() + SHARE, cap.ofEquity().toString());
                    }
                    if (!cap.amounts().isEmpty()) {
                        Map<String, String> amounts = new TreeMap<>();
                        cap.amounts()
                                .forEach((currency, amount) -> amounts.put(currency.code(), amount.toPlainString()));
                        members.put(limit.word(), amounts);
                    }
                }
                case PERCENT -> members.put(limit.word(), limits.number(limit).toPlainString());
                default -> members.put(limit.word(), limits.number(limit).intValueExact());
            }
        }
        return members;
    }

    /** What a person sent; unlike a map of values it keeps the members that are null. */
    static Map<String, Object> members(JsonNode sent) {
        if (!sent.isObject()) {
            throw new InvalidValue("limits", "must be an object");
        }
        Map<String, Object> members = new LinkedHashMap<>();
        for (var member : sent.entries()) {
            members.put(member.getKey(), value(member.getValue()));
        }
        return members;
    }

    private static Object value(JsonNode sent) {
        return sent.isNull() ? null : sent.isObject() ? members(sent) : sent.isArray() ? List.of() : sent.getValue();
    }

    /**
     * The limits with these members changed; what is not named stays, null takes a bound away.
     *
     * @throws InvalidValue naming the member that cannot be
     */
    static RiskLimits patched(RiskLimits limits, Map<String, Object> members) {
        RiskLimits patched = limits;
        for (var member : members.entrySet()) {
            patched = patched(patched, member.getKey(), member.getValue());
        }
        return patched;
    }

    private static RiskLimits patched(RiskLimits limits, String name, Object value) {
        var plain = Limit.of(name);
        if (plain.isPresent()) {
            Limit limit = plain.get();
            return limit.unit() == Limit.Unit.MONEY
                    ? limits.with(limit, new Cap(limits.cap(limit).ofEquity(), amounts(name, value)))
                    : limits.with(limit, number(name, value));
        }
        if (name.endsWith(SHARE)) {
            var money = Limit.of(name.substring(0, name.length() - SHARE.length()))
                    .filter(limit -> limit.unit() == Limit.Unit.MONEY);
            if (money.isPresent()) {
                return limits.with(
                        money.get(),
                        new Cap(share(name, value), limits.cap(money.get()).amounts()));
            }
        }
        throw new InvalidValue(name, "is no limit");
    }

    private static Percent share(String name, Object value) {
        BigDecimal number = number(name, value);
        return number == null
                ? null
                : new Percent(number).within(name, "0", name.contains("exposure") ? "12500" : "100");
    }

    private static BigDecimal number(String name, Object value) {
        return switch (value) {
            case null -> null;
            case Number number -> Decimals.parse(name, number.toString());
            case String text -> Decimals.parse(name, text);
            default -> throw new InvalidValue(name, "must be a number");
        };
    }

    private static Map<Currency, BigDecimal> amounts(String name, Object value) {
        if (value == null) {
            return Map.of();
        }
        if (!(value instanceof Map<?, ?> given) || given.size() > 20) {
            throw new InvalidValue(name, "must be amounts by currency");
        }
        Map<Currency, BigDecimal> amounts = new HashMap<>();
        given.forEach((code, amount) -> {
            BigDecimal number = number(name, amount);
            if (number == null || number.signum() < 0) {
                throw new InvalidValue(name, "must not be negative");
            }
            amounts.put(Currency.of(String.valueOf(code)), number);
        });
        return amounts;
    }
}
