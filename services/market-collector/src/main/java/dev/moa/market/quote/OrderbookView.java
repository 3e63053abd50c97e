package dev.moa.market.quote;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/**
 * A book summed up by price, best first.
 *
 * @param book {@code live}: what the venue tells of its best prices; {@code paper}: the household's own resting orders
 * @param time of the last trade (live) or of the moment the book was told (paper); left out when there is neither
 */
@Serdeable
record OrderbookView(
        String instrument,
        String book,
        @JsonInclude(JsonInclude.Include.ALWAYS) List<Level> bids,
        @JsonInclude(JsonInclude.Include.ALWAYS) List<Level> asks,
        @Nullable Instant time) {
    /** @param quantity left out where the venue does not tell */
    @Serdeable
    record Level(BigDecimal price, @Nullable BigDecimal quantity) {}
}
