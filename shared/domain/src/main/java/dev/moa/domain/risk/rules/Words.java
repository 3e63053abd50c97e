package dev.moa.domain.risk.rules;

import dev.moa.domain.risk.Refusal;
import dev.moa.domain.risk.RiskLevel;
import dev.moa.domain.value.Currency;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** How amounts and reasons are written. */
final class Words {
    private Words() {}

    static String money(BigDecimal amount, Currency currency) {
        return plain(amount) + " " + currency;
    }

    static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }

    static String percent(BigDecimal number) {
        return plain(number.setScale(2, RoundingMode.HALF_EVEN)) + " %";
    }

    static String until(Instant instant) {
        return "until " + instant.truncatedTo(ChronoUnit.SECONDS);
    }

    /** A sentence of a level's limit, which says whose limit it is where there is more than one. */
    static Refusal refusal(String code, RiskLevel level, String sentence) {
        return level == null
                ? new Refusal(code, sentence + ".")
                : new Refusal(code, sentence + " (limit of " + level.title() + ").", level);
    }
}
