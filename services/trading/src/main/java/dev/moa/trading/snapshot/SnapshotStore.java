package dev.moa.trading.snapshot;

import dev.moa.domain.instrument.InstrumentId;
import dev.moa.domain.value.AccountId;
import dev.moa.domain.value.Currency;
import dev.moa.domain.value.Money;
import dev.moa.domain.value.Side;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/** Daily snapshots, and the stored facts they are made from. */
interface SnapshotStore {
    record FillFact(
            InstrumentId instrument,
            Side side,
            BigDecimal price,
            BigDecimal quantity,
            Money fee,
            BigDecimal realized,
            Instant at) {}

    /** How much money moved on a day; the day is null where there is nothing but the total of now. */
    record CashMove(Currency currency, BigDecimal totalNow, LocalDate day, BigDecimal change) {}

    Optional<LocalDate> lastDay(AccountId account);

    /** By currency the total of now, and every day since this moment on which it changed. */
    List<CashMove> cash(AccountId account, Instant since, ZoneId zone);

    List<FlowDay> flows(AccountId account, Instant since, ZoneId zone);

    /** Every fill of the account before the moment, oldest first, one after the other. */
    void fills(AccountId account, Instant before, Consumer<FillFact> reader);

    /** The newest stored candle's close known at this moment. */
    Optional<DaySnapshot.Priced> close(InstrumentId instrument, Instant at);

    /** Leaves a day that is there as it is. */
    void write(AccountId account, List<DaySnapshot> days, Instant now);

    /** The rows of these accounts between these days, both included, oldest first. */
    List<StoredDay> rows(List<UUID> accounts, LocalDate from, LocalDate to);
}
