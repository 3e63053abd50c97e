package dev.moa.domain.value;

import java.util.Objects;
import java.util.UUID;

/** The identity of an account. */
public record AccountId(UUID value) {
    public AccountId {
        Objects.requireNonNull(value, "account_id");
    }

    /** @throws InvalidValue when the text is not a UUID */
    public static AccountId of(String text) {
        return new AccountId(Derived.parse("account_id", text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
