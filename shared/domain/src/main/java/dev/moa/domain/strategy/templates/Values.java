package dev.moa.domain.strategy.templates;

import dev.moa.domain.value.Percent;
import dev.moa.domain.value.Price;
import java.math.BigDecimal;
import java.util.Map;

/** Parameters that were checked, by name. */
record Values(Map<String, BigDecimal> numbers) {
    int whole(String name) {
        return numbers.get(name).intValueExact();
    }

    BigDecimal decimal(String name) {
        return numbers.get(name);
    }

    Percent percent(String name) {
        return new Percent(numbers.get(name));
    }

    Price price(String name) {
        return new Price(numbers.get(name));
    }
}
