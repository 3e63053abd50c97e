package dev.moa.trading.strategy;

import dev.moa.domain.value.InvalidValue;
import dev.moa.domain.value.Percent;
import java.math.BigDecimal;

/**
 * Whether a person has to agree to each order of a strategy.
 *
 * @param minutes how long a wish waits, 1 to 1440
 * @param movePct how many percent the price may have moved meanwhile, 0.01 to 50
 */
public record ApprovalPolicy(boolean eachOrder, int minutes, BigDecimal movePct) {
    static final ApprovalPolicy NONE = new ApprovalPolicy(false, 15, BigDecimal.ONE);

    public ApprovalPolicy {
        if (minutes < 1 || minutes > 1440) {
            throw new InvalidValue("approval_minutes", "must be between 1 and 1440");
        }
        movePct = new Percent(movePct)
                .within("approval_max_move_pct", "0.01", "50")
                .value();
    }

    static ApprovalPolicy of(String word, Integer minutes, BigDecimal movePct) {
        boolean eachOrder = switch (word == null ? "none" : word) {
            case "none" -> false;
            case "each_order" -> true;
            default -> throw new InvalidValue("approval", "must be none or each_order");
        };
        return new ApprovalPolicy(
                eachOrder, minutes == null ? NONE.minutes : minutes, movePct == null ? NONE.movePct : movePct);
    }

    String word() {
        return eachOrder ? "each_order" : "none";
    }
}
