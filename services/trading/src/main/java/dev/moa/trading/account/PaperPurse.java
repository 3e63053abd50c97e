package dev.moa.trading.account;

import dev.moa.domain.value.Currency;
import dev.moa.domain.value.InvalidValue;
import dev.moa.domain.value.Money;
import dev.moa.platform.settings.BadSetting;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** What a new person's paper account holds ({@code MOA_PAPER_CASH}); read once at start, so that a bad one stops it. */
@Context
class PaperPurse {
    private final List<Money> money;

    PaperPurse(@Value("${MOA_PAPER_CASH:`KRW:100000000,USDT:100000`}") String setting) {
        List<Money> purse = new ArrayList<>();
        for (String part : setting.split(",")) {
            purse.add(money(part.strip()));
        }
        this.money = List.copyOf(purse);
    }

    List<Money> money() {
        return money;
    }

    private static Money money(String part) {
        String[] pair = part.split(":");
        try {
            Money amount = new Money(new BigDecimal(pair[1].strip()), Currency.of(pair[0].strip()));
            if (amount.signum() >= 0) {
                return amount;
            }
        } catch (InvalidValue | NumberFormatException | ArrayIndexOutOfBoundsException unreadable) {
            throw bad(part);
        }
        throw bad(part);
    }

    private static BadSetting bad(String part) {
        return new BadSetting(
                "MOA_PAPER_CASH must look like KRW:100000000,USDT:100000, but has the part " + part + ".");
    }
}
