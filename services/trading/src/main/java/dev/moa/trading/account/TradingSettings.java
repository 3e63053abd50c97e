package dev.moa.trading.account;

import dev.moa.domain.value.Currency;
import dev.moa.domain.value.InvalidValue;
import dev.moa.domain.value.Money;
import dev.moa.platform.settings.BadSetting;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/**
 * Settings of the trading service.
 *
 * @param paperCash what a new paper purse holds ({@code MOA_PAPER_CASH})
 * @param zone where the days begin ({@code MOA_TZ})
 */
record TradingSettings(List<Money> paperCash, ZoneId zone) {

    static TradingSettings of(String paperCash, String zone) {
        return new TradingSettings(purse(paperCash), zone(zone));
    }

    private static List<Money> purse(String text) {
        List<Money> purse = new ArrayList<>();
        for (String part : text.split(",")) {
            String[] pair = part.strip().split(":");
            try {
                Money money = new Money(new BigDecimal(pair[1].strip()), Currency.of(pair[0].strip()));
                if (money.signum() < 0) {
                    throw new InvalidValue("amount", "is below zero");
                }
                purse.add(money);
            } catch (InvalidValue | NumberFormatException | ArrayIndexOutOfBoundsException e) {
                throw new BadSetting(
                        "MOA_PAPER_CASH must be like KRW:100000000,USDT:100000, but a part of it is \"" + part + "\"");
            }
        }
        return List.copyOf(purse);
    }

    private static ZoneId zone(String text) {
        try {
            return ZoneId.of(text);
        } catch (DateTimeException e) {
            throw new BadSetting("MOA_TZ must be a time zone such as Asia/Seoul, but is \"" + text + "\"");
        }
    }

    /** Makes them beans, read once at start so that a bad one stops it. */
    @Factory
    static final class Beans {
        @Bean
        @Singleton
        TradingSettings settings(
                @Value("${MOA_PAPER_CASH:`KRW:100000000,USDT:100000`}") String cash,
                @Value("${MOA_TZ:Asia/Seoul}") String zone) {
            return TradingSettings.of(cash, zone);
        }
    }
}
