package dev.moa.market.quote;

import dev.moa.contract.LiveMessages.Quote;
import dev.moa.domain.instrument.InstrumentId;
import dev.moa.market.instrument.Instruments;
import dev.moa.platform.problem.Problem;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Answers what something costs now; works without Redis. */
@Singleton
class Quotes {
    private static final int MOST = 100;

    private final QuoteBoard board;
    private final Instruments instruments;

    Quotes(QuoteBoard board, Instruments instruments) {
        this.board = board;
        this.instruments = instruments;
    }

    /** In the order asked for, or all there are; known instruments without a price are left out. */
    QuotesView of(String names) {
        List<Quote> found = names == null || names.isBlank()
                ? board.slots().stream()
                        .map(QuoteSlot::latest)
                        .filter(Objects::nonNull)
                        .sorted((a, b) -> a.instrument().compareTo(b.instrument()))
                        .toList()
                : asked(names).stream()
                        .map(board::latest)
                        .flatMap(Optional::stream)
                        .toList();
        return new QuotesView(found);
    }

    private List<InstrumentId> asked(String names) {
        List<String> parts = Arrays.stream(names.split(","))
                .map(String::trim)
                .filter(name -> !name.isEmpty())
                .distinct()
                .toList();
        if (parts.size() > MOST) {
            throw Problem.invalid().field("instruments", "must be at most " + MOST);
        }
        return parts.stream().map(instruments::known).toList();
    }
}
