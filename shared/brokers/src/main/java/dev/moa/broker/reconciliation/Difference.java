package dev.moa.broker.reconciliation;

import dev.moa.domain.order.Order;
import dev.moa.domain.value.Derived;
import dev.moa.domain.value.OrderId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;

/**
 * Something that differs between us and the venue and that nothing explains. Its id derives from what it says.
 *
 * @param instrument where only reducing orders are allowed while it is open; {@code CASH:} with the currency for money
 * @param order the order it is about, null for none
 * @param cause in plain words
 * @param ours our figure, null where there is none; @param theirs the venue's
 */
public record Difference(
        Kind kind, String instrument, OrderId order, String cause, BigDecimal ours, BigDecimal theirs) {
    public static final String CASH = "CASH:";

    /** What kind of difference. */
    public enum Kind {
        /** Handed in, and the venue's lists neither prove nor disprove it. */
        UNKNOWN_ORDER,
        /** Handed in, and more than one order there could be it. */
        AMBIGUOUS_ORDER,
        /** It was there, and is not any more. */
        VANISHED_ORDER,
        /** The venue tells a trade otherwise than it did. */
        CHANGED_FILL,
        /** The venue counts less of an order than it told us trades of. */
        FEWER_FILLS,
        POSITION,
        CASH,
        CORPORATE_ACTION
    }

    static Difference of(Kind kind, Order order, String cause) {
        return new Difference(kind, order.instrument().id().toString(), order.id(), cause, null, null);
    }

    /** Whether the same figures may differ once more after they were settled; all else is settled for good. */
    public boolean mayReturn() {
        return kind == Kind.POSITION || kind == Kind.CASH;
    }

    /**
     * Always the same for the same difference of the same account.
     *
     * @param before how often the same was settled before, if it {@link #mayReturn}
     */
    public UUID id(UUID account, int before) {
        String content = String.join(
                " ",
                "difference",
                account.toString(),
                kind.name(),
                instrument,
                "" + order,
                number(ours),
                number(theirs),
                "" + before);
        return Derived.uuid(Instant.EPOCH, content);
    }

    private static String number(BigDecimal number) {
        return number == null ? "-" : number.stripTrailingZeros().toPlainString();
    }
}
