package dev.moa.domain.risk;

import java.util.Optional;

/** One rule. It looks at an order and at the book, and says what speaks against it. */
@FunctionalInterface
public interface RiskRule {
    Optional<Refusal> check(RiskContext context);
}
