package dev.moa.trading.risk;

import dev.moa.domain.order.OrderRequest;
import dev.moa.domain.risk.facts.Exit;
import dev.moa.domain.risk.facts.Exposure;
import dev.moa.domain.risk.facts.Purse;
import dev.moa.domain.value.AccountId;
import dev.moa.domain.value.Currency;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** What one account brings into the levels it belongs to: live in its own lane, as a snapshot for all others. */
interface AccountFigures {
    AccountId account();

    Purse purse(Currency currency);

    Collection<Exposure> exposures();

    LocalDate day();

    Instant dayStart();

    /** Trades of the day by strategy; the nil id stands for people. */
    Map<UUID, Integer> trades();

    List<Exit> exits();

    /** What the open positions of each strategy have won or lost so far. */
    Map<UUID, Map<Currency, BigDecimal>> openProfits();

    /** Currencies whose profit lock has closed the day. */
    Set<Currency> locked();

    Optional<Instant> lastPlaced(OrderRequest request);

    default int tradesOn(LocalDate today) {
        return day().equals(today)
                ? trades().values().stream().mapToInt(Integer::intValue).sum()
                : 0;
    }

    /** Immutable. @param currencies those of the account's money */
    record Snapshot(
            AccountId account,
            UUID userId,
            String mode,
            LocalDate day,
            Instant dayStart,
            Map<Currency, Purse> purses,
            List<Exposure> exposures,
            Map<UUID, Integer> trades,
            List<Exit> exits,
            Map<UUID, Map<Currency, BigDecimal>> openProfits,
            Set<Currency> locked)
            implements AccountFigures {
        @Override
        public Purse purse(Currency currency) {
            return purses.getOrDefault(currency, Purse.EMPTY);
        }

        @Override
        public Optional<Instant> lastPlaced(OrderRequest request) {
            return Optional.empty();
        }
    }
}
