package dev.moa.market.feed;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;

/** The feeds of this installation and how they are. */
@Serdeable
record FeedsView(@JsonInclude(JsonInclude.Include.ALWAYS) List<FeedView> items) {

    /**
     * {@code state} is {@code ok} or {@code away}; {@code gaps} are the latest of the stretches in which trades are missing
     * for good.
     */
    @Serdeable
    record FeedView(
            String name,
            String venue,
            String state,
            Instant since,
            String detail,
            @JsonInclude(JsonInclude.Include.ALWAYS) List<String> instruments,
            @Nullable Instant lastTradeAt,
            Counts counts,
            long openGaps,
            @JsonInclude(JsonInclude.Include.ALWAYS) List<GapView> gaps) {}

    @Serdeable
    record Counts(long trades, long unreadable, long dropped) {}

    @Serdeable
    record GapView(String instrument, Instant from, Instant to, String reason) {}
}
