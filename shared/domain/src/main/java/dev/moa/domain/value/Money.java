package dev.moa.domain.value;

import java.math.BigDecimal;

/** An exact amount of one currency; may be negative. Amounts of different currencies are never added. */
public record Money(BigDecimal amount, Currency currency) {
    /** @throws InvalidValue when either part is missing or the amount is absurdly long */
    public Money {
        amount = Decimals.canonical("amount", amount);
        if (currency == null) {
            throw new InvalidValue("currency", "is missing");
        }
    }

    public static Money of(String amount, String currency) {
        return new Money(Decimals.parse("amount", amount), Currency.of(currency));
    }

    public static Money zero(Currency currency) {
        return new Money(BigDecimal.ZERO, currency);
    }

    public Money plus(Money other) {
        return new Money(amount.add(same(other).amount), currency);
    }

    public Money minus(Money other) {
        return new Money(amount.subtract(same(other).amount), currency);
    }

    public Money negate() {
        return new Money(amount.negate(), currency);
    }

    public int signum() {
        return amount.signum();
    }

    private Money same(Money other) {
        if (!currency.equals(other.currency)) {
            throw new InvalidValue("currency", "differs: " + currency + " and " + other.currency);
        }
        return other;
    }

    @Override
    public String toString() {
        return amount.toPlainString() + " " + currency;
    }
}
