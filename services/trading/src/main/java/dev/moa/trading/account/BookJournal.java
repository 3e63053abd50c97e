package dev.moa.trading.account;

import dev.moa.contract.TradingEvents;
import dev.moa.domain.portfolio.LedgerEntry;
import dev.moa.domain.portfolio.Position;
import dev.moa.domain.value.Currency;
import dev.moa.domain.value.Price;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Writes what changed in an account's book into the journal of its turn. */
public final class BookJournal {
    private BookJournal() {}

    /** Ledger lines, with the cash and the unsettled money that they leave. */
    public static void entries(LaneTurn turn, Collection<LedgerEntry> entries, Instant at) {
        UUID id = turn.account().id().value();
        for (LedgerEntry entry : entries) {
            Currency currency = entry.amount().currency();
            turn.journal()
                    .add(BookStore.ADD_ENTRY, BookStore.entryRow(turn.account().id(), entry, at));
            turn.journal()
                    .set(
                            BookStore.SET_CASH,
                            currency,
                            id,
                            currency.code(),
                            turn.book().cash(currency).total());
            if (entry.kind() == LedgerEntry.Kind.SETTLEMENT) {
                turn.book()
                        .unsettled(currency)
                        .forEach((due, amount) -> turn.journal()
                                .set(
                                        BookStore.SET_UNSETTLED,
                                        List.of(currency, due),
                                        id,
                                        currency.code(),
                                        due.toString(),
                                        amount));
            }
        }
    }

    /** A position as it is now, and the fact that tells others. */
    public static void position(LaneTurn turn, Position position) {
        Account account = turn.account();
        turn.journal()
                .set(
                        BookStore.SET_POSITION,
                        position.id(),
                        BookStore.positionRow(account.id(), account.userId(), position));
        turn.journal()
                .tell(
                        new TradingEvents.PositionChanged(
                                position.id().value(),
                                account.id().value(),
                                position.instrument().id().toString(),
                                position.direction().name(),
                                position.quantity().value(),
                                position.entryPrice().value(),
                                position.realized(),
                                number(position.stopLoss()),
                                number(position.takeProfit()),
                                account.mode()),
                        position.id().value());
    }

    private static BigDecimal number(Price price) {
        return price == null ? null : price.value();
    }
}
