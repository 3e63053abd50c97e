package dev.moa.trading.order;

import dev.moa.contract.LiveMessages;
import dev.moa.domain.instrument.InstrumentId;
import dev.moa.domain.portfolio.Position;
import dev.moa.domain.value.Decimals;
import dev.moa.domain.value.Price;
import dev.moa.platform.live.Live;
import dev.moa.trading.account.LaneTurn;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.UUID;

/** Tells a person's open pages what a position is worth at the latest price; may be lost, the next one follows. */
@Singleton
class Marks {
    private final Live live;

    Marks(Live live) {
        this.live = live;
    }

    /** Told after the commit of the turn that moved the price. */
    void tell(LaneTurn turn, InstrumentId instrument) {
        UUID user = turn.account().userId();
        turn.book().position(instrument).ifPresent(position -> {
            LiveMessages.PositionMark mark = mark(position, turn.book().markOf(position));
            turn.journal()
                    .afterCommit(() -> live.publish(
                            LiveMessages.PERSON_CHANNEL + user,
                            new LiveMessages.PersonMessage("position_update", mark, null)));
        });
    }

    private static LiveMessages.PositionMark mark(Position position, Price price) {
        BigDecimal profit = position.unrealized(price);
        BigDecimal percent = Decimals.ratio(profit.multiply(Decimals.HUNDRED), position.cost())
                .setScale(4, RoundingMode.HALF_EVEN);
        return new LiveMessages.PositionMark(
                position.id().value(), position.instrument().id().toString(), price.value(), profit, percent);
    }
}
