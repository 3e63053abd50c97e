package dev.moa.trading.portfolio;

import dev.moa.domain.portfolio.Portfolio;
import dev.moa.domain.portfolio.Position;
import dev.moa.domain.value.Currency;
import dev.moa.platform.problem.Problem;
import dev.moa.trading.account.Account;
import dev.moa.trading.account.AccountLane;
import dev.moa.trading.account.AccountLanes;
import dev.moa.trading.account.LaneTurn;
import dev.moa.trading.rate.Rates;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What a person holds and what it is worth now, read from the book that trades. */
@Singleton
class Overview {
    private final AccountLanes lanes;
    private final PositionStore store;
    private final Rates rates;

    Overview(AccountLanes lanes, PositionStore store, Rates rates) {
        this.lanes = lanes;
        this.store = store;
        this.rates = rates;
    }

    List<PositionView> positions(UUID userId) {
        List<PositionView> open = new ArrayList<>();
        for (Account account : lanes.accountsOf(userId)) {
            AccountLane lane = lanes.of(account.id());
            open.addAll(lane.call(turn -> turn.book().positions().stream()
                    .map(position -> view(position, turn.book(), account))
                    .toList()));
        }
        return open;
    }

    PositionView position(UUID userId, UUID positionId) {
        return positions(userId).stream()
                .filter(position -> position.positionId().equals(positionId))
                .findFirst()
                .or(() -> store.find(userId, positionId))
                .orElseThrow(Problem::notFound);
    }

    /** @param wanted the currency of the figures at the top; null for the one last traded in */
    SummaryView summary(UUID userId, String wanted) {
        AccountLane lane = lanes.of(userId, null);
        PositionStore.Results results = store.results(userId);
        Currency currency = wanted == null ? results.lastTraded() : Currency.of(wanted);
        InOneCurrency converter = new InOneCurrency(rates.of(userId), rates.today());
        return lane.call(turn -> summary(turn, currency, results, converter));
    }

    private static SummaryView summary(
            LaneTurn turn, Currency wanted, PositionStore.Results results, InOneCurrency converter) {
        Account account = turn.account();
        Portfolio book = turn.book();
        List<SummaryView.Cash> cash = book.cash().stream()
                .map(balance -> SummaryView.Cash.of(balance, book.unsettled(balance.currency())))
                .toList();
        List<SummaryView.InCurrency> byCurrency = book.cash().stream()
                .map(balance -> inCurrency(balance.currency(), book, results.closedProfit()))
                .toList();
        Currency currency = wanted == null ? Currency.KRW : wanted;
        SummaryView.InCurrency top = inCurrency(currency, book, results.closedProfit());
        return new SummaryView(
                account.mode(),
                currency.code(),
                top.equity(),
                cash,
                top.todayPnl(),
                top.unrealizedPnl(),
                top.realizedPnl(),
                book.positions().size(),
                results.winRate(),
                byCurrency,
                converter.of(byCurrency, currency));
    }

    private static SummaryView.InCurrency inCurrency(
            Currency currency, Portfolio book, Map<Currency, BigDecimal> closedProfit) {
        BigDecimal realized = closedProfit.getOrDefault(currency, BigDecimal.ZERO);
        BigDecimal unrealized = BigDecimal.ZERO;
        for (Position position : book.positions()) {
            if (position.instrument().quote().equals(currency)) {
                realized = realized.add(position.realized());
                unrealized = unrealized.add(position.unrealized(book.markOf(position)));
            }
        }
        return new SummaryView.InCurrency(
                currency.code(), book.equity(currency), book.dayProfit(currency), unrealized, realized);
    }

    private static PositionView view(Position position, Portfolio book, Account account) {
        return PositionView.open(position, book.markOf(position), account.id().value(), account.mode());
    }
}
