package dev.moa.trading.venue;

import dev.moa.domain.instrument.Instrument;
import dev.moa.domain.instrument.MarginBrackets;
import dev.moa.domain.portfolio.Portfolio;
import dev.moa.platform.problem.Problem;
import dev.moa.trading.account.AccountLanes;
import dev.moa.trading.account.BookStore;
import dev.moa.trading.account.LaneTurn;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.util.UUID;

/** The leverage that a person's next position in a contract is opened with. */
@Singleton
class Leverages {
    /** @param maxValue the largest position at this leverage; null when there is no bound */
    record Chosen(UUID account, Instrument contract, int leverage, int most, BigDecimal maxValue) {}

    private final AccountLanes lanes;

    Leverages(AccountLanes lanes) {
        this.lanes = lanes;
    }

    Chosen of(UUID user, UUID account, Instrument contract) {
        requireContract(contract);
        return lanes.of(user, account).call(turn -> chosen(turn, contract));
    }

    /** Refused while there is a position or an open order, because their margin counts on the leverage they have. */
    Chosen choose(UUID user, UUID account, Instrument contract, int leverage) {
        requireContract(contract);
        MarginBrackets.of(contract).checked(leverage);
        Chosen result = lanes.of(user, account).call(turn -> {
            Portfolio book = turn.book();
            if (book.leverage(contract.id()) != leverage) {
                if (book.isEngaged(contract.id())) {
                    return null;
                }
                book.lever(contract.id(), leverage);
                turn.journal()
                        .set(
                                BookStore.SET_LEVERAGE,
                                contract.id(),
                                turn.account().id().value(),
                                contract.id().toString(),
                                leverage);
            }
            return chosen(turn, contract);
        });
        if (result == null) {
            throw Problem.conflict(
                    "position_open", "The leverage can be changed when there is no position and no open order.");
        }
        return result;
    }

    private static Chosen chosen(LaneTurn turn, Instrument contract) {
        MarginBrackets brackets = MarginBrackets.of(contract);
        int leverage = turn.book().leverage(contract.id());
        return new Chosen(
                turn.account().id().value(), contract, leverage, brackets.maxLeverage(), brackets.maxValue(leverage));
    }

    private static void requireContract(Instrument instrument) {
        if (!instrument.isMargined()) {
            throw Problem.refused("not_a_contract", "Only futures contracts have leverage.");
        }
    }
}
