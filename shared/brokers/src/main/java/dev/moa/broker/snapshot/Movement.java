package dev.moa.broker.snapshot;

import dev.moa.domain.instrument.InstrumentId;
import dev.moa.domain.value.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Objects;

/**
 * Something that changed an account without a trade.
 *
 * @param id the venue's, unique in the account
 * @param instrument what it is about; null for plain money
 * @param money what came in (above zero) or went out; null when no money moved
 * @param ratio for {@link Kind#SPLIT}: how many are held now for each one before; else null
 * @param successor for {@link Kind#SYMBOL_CHANGE}: the instrument it is now; else null
 */
public record Movement(
        String id,
        Kind kind,
        InstrumentId instrument,
        Money money,
        BigDecimal ratio,
        InstrumentId successor,
        Instant at) {

    /** Why. */
    public enum Kind {
        DEPOSIT,
        WITHDRAWAL,
        FEE,
        FUNDING,
        DIVIDEND,
        INTEREST,
        TAX,
        SPLIT,
        SYMBOL_CHANGE,
        /** Rights, a delisting, and whatever else needs a person to say what it means. */
        CORPORATE_ACTION
    }

    public Movement {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(at, "at");
    }
}
