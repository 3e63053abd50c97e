package dev.moa.trading.risk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.moa.domain.risk.facts.Purse;
import dev.moa.domain.value.AccountId;
import dev.moa.domain.value.Currency;
import dev.moa.domain.value.Money;
import dev.moa.trading.risk.limit.LevelKey;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class LevelPeaksTest {
    private static final UUID ANN = new UUID(1, 1);
    private static final UUID BOB = new UUID(2, 2);

    private final Map<PeakStore.Of, PeakStore.Peak> stored = new HashMap<>();
    private final Map<UUID, BigDecimal> best = new HashMap<>();
    private FiguresBoard board = new FiguresBoard();
    private LevelPeaks peaks = new LevelPeaks(new InMemory(), board);

    private final class InMemory implements PeakStore {
        @Override
        public Map<Of, Peak> all() {
            return new HashMap<>(stored);
        }

        @Override
        public void keep(Of of, Peak peak) {
            stored.put(of, peak);
        }
    }

    private AccountFigures.Snapshot figures(UUID person, String equity) {
        BigDecimal now = new BigDecimal(equity);
        BigDecimal peak = best.merge(person, now, BigDecimal::max);
        Purse purse = new Purse(now, BigDecimal.ZERO, BigDecimal.ZERO, peak, BigDecimal.ZERO);
        return new AccountFigures.Snapshot(
                new AccountId(person),
                person,
                "PAPER",
                LocalDate.EPOCH,
                Instant.EPOCH,
                Map.of(Currency.USDT, purse),
                List.of(),
                Map.of(),
                List.of(),
                Map.of(),
                Set.of());
    }

    private void worth(String ann, String bob) {
        board.put(figures(ANN, ann));
        board.put(figures(BOB, bob));
        peaks.measure();
    }

    private void isPeak(String expected) {
        BigDecimal peak = peaks.of(LevelKey.HOUSEHOLD, "PAPER", Currency.USDT, board.of(null, "PAPER"));
        assertEquals(0, new BigDecimal(expected).compareTo(peak), () -> "the peak is " + peak);
    }

    @Test
    void thePeakOfAHouseholdIsThePeakOfTheSumAndNotTheSumOfThePeaks() {
        worth("100", "100");
        worth("150", "100");
        worth("100", "140");
        isPeak("250");
        worth("90", "90");
        isPeak("250");
    }

    @Test
    void aRestartKnowsItAndUntilAllAccountsAreThereTheirOwnPeaksCount() {
        worth("150", "100");
        worth("100", "120");
        board = new FiguresBoard();
        peaks = new LevelPeaks(new InMemory(), board);
        board.put(figures(ANN, "100"));
        peaks.measure();
        isPeak("150");
        worth("100", "120");
        isPeak("250");
    }

    @Test
    void moneyTakenOutIsNoFallAndMoneyPaidInNoPeak() {
        worth("100", "100");
        worth("80", "80");
        best.put(ANN, new BigDecimal("20"));
        peaks.paid(figures(ANN, "0"), Money.of("-80", "USDT"));
        isPeak("100");
        peaks.measure();
        isPeak("100");
        peaks.paid(figures(ANN, "80"), Money.of("80", "USDT"));
        isPeak("200");
    }
}
