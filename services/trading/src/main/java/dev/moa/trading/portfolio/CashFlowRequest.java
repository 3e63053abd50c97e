package dev.moa.trading.portfolio;

import dev.moa.domain.value.Currency;
import dev.moa.domain.value.InvalidValue;
import dev.moa.domain.value.Money;
import dev.moa.platform.json.OneOf;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.UUID;

/**
 * Paper money to be paid in or taken out.
 *
 * @param accountId null for the person's paper account
 * @param amount above zero, at most a million million
 */
@Serdeable
record CashFlowRequest(
        @Nullable UUID accountId,
        @NotNull @OneOf({"DEPOSIT", "WITHDRAWAL"}) String type,
        @NotNull String currency,
        @NotNull BigDecimal amount,
        @Nullable @Size(max = 200) String note) {
    private static final BigDecimal MOST = new BigDecimal("1000000000000");
    private static final int DECIMALS = 8;

    /** Above zero for a deposit, below for a withdrawal. */
    Money money() {
        boolean deposit = "DEPOSIT".equals(type);
        if (!deposit && !"WITHDRAWAL".equals(type)) {
            throw new InvalidValue("type", "must be DEPOSIT or WITHDRAWAL");
        }
        if (amount.signum() <= 0
                || amount.compareTo(MOST) > 0
                || amount.stripTrailingZeros().scale() > DECIMALS) {
            throw new InvalidValue("amount", "must be above zero, at most 1000000000000, with at most 8 decimals");
        }
        return new Money(deposit ? amount : amount.negate(), Currency.of(currency));
    }
}
